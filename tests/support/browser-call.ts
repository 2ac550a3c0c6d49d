import type { Page } from "@playwright/test";
import { call } from "../../lib/platform/http/call.ts";
import type { Endpoint, InputOf, OutputOf } from "../../lib/platform/http/endpoint.ts";

/** Calls the BFF as the person signed in on this page, with the cookies of their browser. */
export function callAs<E extends Endpoint>(page: Page, endpoint: E, input: InputOf<E>): Promise<OutputOf<E>> {
  return call(endpoint, input, {
    baseUrl: process.env.BASE_URL ?? "http://localhost:3000",
    fetch: requestOf(page),
    idempotencyKey: crypto.randomUUID(),
  });
}

function requestOf(page: Page): typeof fetch {
  return async (url, { method = "GET", headers, body } = {}) => {
    const response = await page.request.fetch(String(url), {
      method,
      headers: Object.fromEntries(new Headers(headers)),
      ...(typeof body === "string" && { data: body }),
    });
    return new Response(new Uint8Array(await response.body()), { status: response.status(), headers: response.headers() });
  };
}
