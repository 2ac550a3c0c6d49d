/** The requests that next-auth's own client makes, without it: with what it brings it weighed 12 kB on every page. */

type DoorAnswer = { ok: boolean; status: number; error: string | null };

/** Posts a form to one of next-auth's addresses, with the token that proves it comes from our own pages. */
export async function postToDoor(path: string, fields: Record<string, string>): Promise<DoorAnswer> {
  const token = await fetch("/api/auth/csrf");
  if (!token.ok) return { ok: false, status: token.status, error: null };
  const { csrfToken } = (await token.json()) as { csrfToken: string };
  const body = new URLSearchParams({ ...fields, csrfToken, callbackUrl: location.href, json: "true" });
  const { ok, status, json } = await posted(path, body);
  // A refusal comes as the address of a page of next-auth's own that would tell it.
  const error = json.url ? new URL(json.url, location.href).searchParams.get("error") : null;
  return { ok, status, error };
}

async function posted(path: string, body: URLSearchParams): Promise<{ ok: boolean; status: number; json: { url?: string } }> {
  const response = await fetch(`/api/auth/${path}`, { method: "POST", body });
  return { ok: response.ok, status: response.status, json: await response.json().catch(() => ({})) };
}
