// Evidence by mail in production: the institution's own KEP mailbox, read over IMAP. A mail is marked as seen only
// after its raw bytes are stored, so a crash in between means reading it again, which changes nothing.
import { setTimeout as sleep } from "node:timers/promises";
import { ImapFlow } from "imapflow";
import { isLoopbackHost } from "../circulars/transport-rule.ts";
import type { EvidenceMeta } from "./evidence-listener.ts";

export type EvidenceMailboxOptions = {
  /** imaps://user:password@host/FOLDER (imap:// upgrades with STARTTLS and goes no further without it). */
  url: string;
  receive(raw: Buffer, meta: EvidenceMeta): Promise<void>;
  onFailure(error: unknown): void;
  signal: AbortSignal;
  intervalMs?: number;
};

const MAX_BYTES = 5 * 1024 * 1024;

/** Reads the mailbox until the signal fires; the caller holds the advisory lock, so there is one reader. */
export async function pollEvidenceMailbox(options: EvidenceMailboxOptions): Promise<void> {
  while (!options.signal.aborted) {
    try {
      await readUnseen(options);
    } catch (error) {
      options.onFailure(error);
    }
    await sleep(options.intervalMs ?? 30_000, null, { signal: options.signal }).catch(() => null);
  }
}

async function readUnseen(options: EvidenceMailboxOptions): Promise<void> {
  const url = new URL(options.url);
  const client = connectionTo(url);
  client.on("error", options.onFailure);
  await client.connect();
  try {
    const lock = await client.getMailboxLock(decodeURIComponent(url.pathname.slice(1)) || "INBOX");
    try {
      const unseen = await client.search({ seen: false }, { uid: true });
      for (const uid of unseen || []) {
        if (options.signal.aborted) return;
        await storeOne(client, uid, options);
      }
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function storeOne(client: ImapFlow, uid: number, options: EvidenceMailboxOptions): Promise<void> {
  // One byte over the limit is asked for, so that a larger mail is recognised without being read whole.
  const query = { source: { maxLength: MAX_BYTES + 1 }, envelope: true };
  const mail = await client.fetchOne(String(uid), query, { uid: true });
  if (!mail || mail.source === undefined) return;
  if (mail.source.length > MAX_BYTES) {
    options.onFailure(new Error(`evidence mailbox: mail ${uid} is over ${MAX_BYTES} bytes and stays unread`));
    return;
  }
  const to = (mail.envelope?.to ?? []).flatMap((recipient) => recipient.address ?? []);
  await options.receive(mail.source, { from: mail.envelope?.from?.[0]?.address ?? null, to, receivedAt: new Date() });
  await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
}

function connectionTo(url: URL): ImapFlow {
  const secure = url.protocol === "imaps:";
  return new ImapFlow({
    host: url.hostname,
    port: Number(url.port || (secure ? "993" : "143")),
    secure,
    // Away from this machine nothing goes unencrypted; undefined would let a server without TLS have the password.
    doSTARTTLS: secure ? undefined : !isLoopbackHost(url.hostname),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
  });
}
