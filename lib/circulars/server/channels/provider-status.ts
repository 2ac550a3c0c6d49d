import { z } from "zod";
import type { ProviderAnswer } from "./channel.ts";

const Known = z.object({ known: z.literal(true), state: z.string(), providerId: z.string().nullable() });
const Unknown = z.object({ known: z.literal(false) });
const Evidence = z.object({ evidence: z.array(z.base64()).max(50) });

export type ProviderStatus = {
  ask(messageId: string): Promise<ProviderAnswer>;
  fetchEvidence(messageId: string): Promise<Buffer[] | null>;
};

/** Asks the provider about a Message-ID; anything but a clear answer is "unavailable", so that nobody sends twice because of it. */
export function providerStatus(statusUrl: string, timeoutMs = 10_000): ProviderStatus {
  const base = statusUrl.replace(/\/+$/, "");
  const urlOf = (messageId: string, tail: string) => `${base}/messages/${encodeURIComponent(messageId)}${tail}`;
  async function ask(messageId: string): Promise<ProviderAnswer> {
    const answer = await getJson(urlOf(messageId, ""), timeoutMs);
    if (answer === null) return { unavailable: true };
    const known = Known.safeParse(answer.body);
    if (answer.status === 200 && known.success) return known.data;
    // A proxy's own 404 has no such body and must not count as "the provider does not know it".
    return answer.status === 404 && Unknown.safeParse(answer.body).success ? { known: false } : { unavailable: true };
  }
  async function fetchEvidence(messageId: string): Promise<Buffer[] | null> {
    const answer = await getJson(urlOf(messageId, "/evidence"), timeoutMs);
    const parsed = Evidence.safeParse(answer?.body);
    return answer?.status === 200 && parsed.success ? parsed.data.evidence.map((text) => Buffer.from(text, "base64")) : null;
  }
  return { ask, fetchEvidence };
}

async function getJson(url: string, timeoutMs: number): Promise<{ status: number; body: unknown } | null> {
  try {
    const response = await fetch(url, {
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
      headers: { accept: "application/json" },
    });
    return { status: response.status, body: await response.json() };
  } catch {
    return null;
  }
}
