/** Security headers of every page, and the way to sign-in. Authorisation itself is in every handler, never here. */

import { type NextRequest, NextResponse } from "next/server";
import { getToken } from "next-auth/jwt";
import { env } from "@/lib/platform/config/env.ts";
import { sessionCookieName } from "@/lib/platform/http/session-cookie.ts";

const publicPath = /^\/(sign-in|set-up|verify|acknowledge)(\/|$)/;
const capabilityPath = /^\/(acknowledge|set-up)(\/|$)/;

// The two <style> elements sonner 2.0.8 writes; to be computed anew when it is upgraded.
const sonnerStyles = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='";

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const response = (await mayEnter(request)) ? enter(request) : NextResponse.redirect(signInAddress(request.url, pathname + search));
  response.headers.set("referrer-policy", capabilityPath.test(pathname) ? "no-referrer" : "same-origin");
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("x-robots-tag", "noindex, nofollow");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(self), microphone=(), geolocation=(), payment=(), usb=()");
  if (env.PUBLIC_URL.startsWith("https:")) response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  return response;
}

async function mayEnter(request: NextRequest): Promise<boolean> {
  if (publicPath.test(request.nextUrl.pathname)) return true;
  const token = await getToken({ req: request, secret: env.SESSION_SECRET, cookieName: sessionCookieName(env.PUBLIC_URL) });
  return token !== null;
}

function signInAddress(base: string, wanted: string): URL {
  const address = new URL("/sign-in", base);
  if (wanted !== "/") address.searchParams.set("next", wanted);
  return address;
}

/** Next reads the policy from the request and puts the nonce on its own scripts. */
function enter(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce, env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function contentSecurityPolicy(nonce: string, development: boolean): string {
  const styles = development ? "'unsafe-inline'" : `'nonce-${nonce}' ${sonnerStyles}`;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

// The BFF answers 401 by itself: the proxy would cost it half its speed.
export const config = { matcher: [{ source: "/((?!api/|_next/static|_next/image|icon.svg|favicon.ico).*)" }] };
