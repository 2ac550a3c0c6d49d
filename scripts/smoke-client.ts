import { listDemoAccounts, readMe, verifySecondFactor } from "../lib/access/contract.ts";
import { call } from "../lib/platform/http/call.ts";
import type { Endpoint, InputOf, OutputOf } from "../lib/platform/http/endpoint.ts";

/** One person's browser as far as the BFF sees it: cookies kept between calls. */
export class Client {
  readonly #base: string;
  readonly #cookies = new Map<string, string>();

  constructor(base: string) {
    this.#base = base;
  }

  call<E extends Endpoint>(endpoint: E, input: InputOf<E>, idempotencyKey?: string): Promise<OutputOf<E>> {
    return call(endpoint, input, {
      baseUrl: this.#base,
      fetch: (url, init) => this.fetch(url, init),
      ...(idempotencyKey && { idempotencyKey }),
    });
  }

  /** Follows a link by hand, so that cookies set on the way are kept. */
  async open(link: string): Promise<void> {
    const response = await this.fetch(link, { redirect: "manual" });
    if (response.status !== 303) throw new Error(`the link answered ${response.status}`);
  }

  async fetch(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("cookie", [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(url, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", ...value] = pair.split("=");
      this.#cookies.set(name, value.join("="));
    }
    return response;
  }
}

/** Signs in as the form does: password, then the one-time code that the demo shows. */
export async function signedIn(base: string, username: string): Promise<Client> {
  const client = new Client(base);
  const { password, accounts } = await client.call(listDemoAccounts, {});
  const { csrfToken } = (await (await client.fetch(`${base}/api/auth/csrf`)).json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, username, password: password ?? "", json: "true" });
  await client.fetch(`${base}/api/auth/callback/credentials`, { method: "POST", body, redirect: "manual" });
  const me = await client.call(readMe, {});
  if (me.secondFactor !== "pending") return client;
  const { accounts: fresh } = await client.call(listDemoAccounts, {});
  const code = (fresh.find((account) => account.username === username) ?? accounts[0])?.code?.value ?? "";
  await client.call(verifySecondFactor, { code });
  return client;
}
