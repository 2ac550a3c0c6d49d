/** `fetch` as `call()` uses it, by XMLHttpRequest: the only way a browser tells how far an upload has come. */
export function uploadFetch(onProgress: (share: number) => void): typeof fetch {
  return (input, init) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(init?.method ?? "GET", String(input));
      new Headers(init?.headers).forEach((value, name) => {
        request.setRequestHeader(name, value);
      });
      request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
      request.onerror = () => reject(new TypeError("network"));
      request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
      request.send((init?.body ?? null) as XMLHttpRequestBodyInit | null);
    });
}
