import { NextRequest } from "next/server";
import { type CallOptions, call } from "../../lib/platform/http/call.ts";
import type { Endpoint, InputOf, OutputOf } from "../../lib/platform/http/endpoint.ts";
import { sessionFor } from "./call-route.ts";
import { type ServedRoute, servedRoutes } from "./contract.ts";

type Handler = (request: NextRequest, route: { params: Promise<Record<string, string>> }) => Promise<Response>;

export type Bff = { call<E extends Endpoint>(endpoint: E, input: InputOf<E>, options?: CallOptions): Promise<OutputOf<E>> };

const base = "http://127.0.0.1:1";
const routes = servedRoutes().map((route) => ({ route, pattern: patternOf(route) }));

/** The BFF as a demo account sees it: the routes themselves, without a server between. */
export async function bffOf(username: string): Promise<Bff> {
  const cookie = await sessionFor(username, { secondFactor: true });
  return {
    call: (endpoint, input, options) =>
      call(endpoint, input, { ...options, baseUrl: base, fetch: fetchAs(`${cookie.name}=${cookie.value}`) }),
  };
}

/** The BFF for somebody without a session, with the cookies given. */
export const bffWith = (cookies = ""): Bff => ({
  call: (endpoint, input, options) => call(endpoint, input, { ...options, baseUrl: base, fetch: fetchAs(cookies) }),
});

const fetchAs =
  (cookie: string): typeof fetch =>
  async (input, init = {}) => {
    const url = new URL(String(input));
    const method = init.method ?? "GET";
    // The literal path wins over a parameter, as in Next's own router.
    const fits = routes.filter(({ route, pattern }) => route.method === method && pattern.test(url.pathname));
    const found = fits.toSorted((a, b) => a.route.path.split("[").length - b.route.path.split("[").length)[0];
    if (!found) return new Response(null, { status: 404 });
    const handlers: Record<string, Handler | undefined> = await import(/* @vite-ignore */ `../../${found.route.file}`);
    const headers = new Headers(init.headers);
    if (cookie) headers.set("cookie", cookie);
    const { body } = init;
    const request = new NextRequest(url, { method, headers, ...(body ? { body } : {}) });
    const params = Object.fromEntries(
      Object.entries(found.pattern.exec(url.pathname)?.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
    return (await handlers[method]?.(request, { params: Promise.resolve(params) })) ?? new Response(null, { status: 405 });
  };

function patternOf({ path }: ServedRoute): RegExp {
  return new RegExp(`^${path.replaceAll(".", "\\.").replace(/\[(\w+)\]/g, "(?<$1>[^/]+)")}$`);
}
