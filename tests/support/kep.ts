import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import type { ChannelMessage } from "../../lib/circulars/server/channels/channel.ts";

// Signed once with OpenSSL, so that the sandbox's check is not tested against the application's own signer.
const SIGNED = Buffer.from(readFileSync(new URL("../unit/fixtures/kep-signed-part.b64", import.meta.url), "latin1"), "base64");

export const SENDER = "aksarayiskur@hs01.kep.test";

/** A signed KEP message to one recipient; the outer headers are not part of what is signed. */
export function aKepMessage(given: { messageId?: string; to?: string; headerTo?: string; raw?: Buffer } = {}): ChannelMessage {
  const messageId = given.messageId ?? `<delivery-${Math.random().toString(36).slice(2)}@izin-masasi.test>`;
  const to = given.to ?? "eskilkaymakamligi@hs01.kep.test";
  const head = [
    `Message-ID: ${messageId}`,
    `From: =?utf-8?Q?Aksaray_=C3=87al=C4=B1=C5=9Fma?= <${SENDER}>`,
    `To: <${given.headerTo ?? to}>`,
    `Subject: =?utf-8?B?${Buffer.from("Çalışma İzni Belgeleri").toString("base64")}?=`,
    "X-TR-REM-iletiTip: standart",
    "X-TR-REM-iletiID: PAKET-1",
    "MIME-Version: 1.0",
    "",
  ];
  return { messageId, from: SENDER, to, raw: given.raw ?? Buffer.concat([Buffer.from(head.join("\r\n")), SIGNED]) };
}

/** A port nobody listens on. */
export async function aClosedPort(): Promise<number> {
  const { server, port } = await listening(() => undefined);
  await new Promise((done) => server.close(done));
  return port;
}

/** A bare TCP server for what a well-behaved SMTP server never does. */
export async function listening(onConnection: (socket: Socket) => void): Promise<{ server: Server; port: number }> {
  const server = createServer(onConnection);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { server, port: (server.address() as AddressInfo).port };
}

export async function until(isTrue: () => boolean, timeoutMs = 10_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error("the expected state was not reached in time");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
