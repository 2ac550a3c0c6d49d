import { NextRequest } from "next/server";
import { pathParameters } from "../../lib/platform/http/endpoint.ts";
import type { ServedRoute } from "./contract.ts";
import { openSession, type SessionCookie } from "./session.ts";

type Handler = (request: NextRequest, route: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** Calls a route of the BFF as a browser would, without a server between. Path parameters not given are unknown ids. */
export async function callRoute(
  route: ServedRoute,
  { cookie, params = {}, body = {} }: { cookie?: SessionCookie | undefined; params?: Record<string, string>; body?: object } = {},
): Promise<{ status: number; code: string | null; text: string }> {
  const handlers: Record<string, Handler | undefined> = await import(/* @vite-ignore */ `../../${route.file}`);
  const handler = handlers[route.method];
  if (!handler) throw new Error(`${route.file} has no ${route.method}`);
  const all = { ...Object.fromEntries(pathParameters(route.path).map((name) => [name, unknownId])), ...params };
  const path = route.path.replace(/\[(\w+)\]/g, (_whole, name: string) => encodeURIComponent(all[name] ?? ""));
  const headers = new Headers({ "content-type": "application/json" });
  if (cookie) headers.set("cookie", `${cookie.name}=${cookie.value}`);
  const request = new NextRequest(`http://127.0.0.1:1${path}`, {
    method: route.method,
    headers,
    ...(["GET", "DELETE"].includes(route.method) ? {} : { body: JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(all) });
  const text = await response.text();
  const isProblem = response.headers.get("content-type") === "application/problem+json";
  return { status: response.status, code: isProblem ? (JSON.parse(text) as { code: string }).code : null, text };
}

/** A well-formed id that no record has. */
export const unknownId = "00000000-0000-7000-8000-000000000000";

/** A session in this test file's own database. */
export async function sessionFor(username: string, options: { secondFactor?: boolean } = {}): Promise<SessionCookie> {
  const { MIGRATION_DATABASE_URL: ownerUrl, SESSION_SECRET: sessionSecret, PUBLIC_URL: publicUrl } = process.env;
  if (!ownerUrl || !sessionSecret || !publicUrl) throw new Error("only integration tests have sessions");
  return await openSession(username, { ownerUrl, sessionSecret, publicUrl, ...options });
}
