import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { buildKepMessage } from "../../lib/circulars/server/channels/kep-message.ts";
import { kepSmtpChannel } from "../../lib/circulars/server/channels/kep-smtp.ts";
import { prepareAttachments } from "../../lib/circulars/server/channels/message-parts.ts";
import { readEvidenceContent } from "../../lib/circulars/server/evidence/evidence-mail.ts";
import { parseRemEvidence, type RemEvidence, targetState } from "../../lib/circulars/server/evidence/rem-evidence.ts";
import { testSigner } from "../../lib/circulars/server/signer/test-signer.ts";
import { startEvidenceListener } from "../../lib/worker/evidence-listener.ts";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../scripts/kep-sandbox/sandbox.ts";
import { aClosedPort, aKepMessage, until } from "../support/kep.ts";

const QUICK = {
  submissionDelayMs: [0, 20],
  deliveryDelayMs: [10, 30],
  retrievalDelayMs: [10, 30],
  retrievalShare: 1,
  evidenceRetryMs: 30,
} as const;

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function aSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const { settings, ...rest } = options;
  const sandbox = await startSandbox({
    evidencePort: null,
    ...rest,
    settings: { ...structuredClone(QUICK), ...settings } as SandboxOptions["settings"],
  });
  endings.push(sandbox.close);
  return sandbox;
}

function aChannel(sandbox: Sandbox, replyMs = 3000) {
  const channel = kepSmtpChannel({
    smtpUrl: `smtp://127.0.0.1:${sandbox.smtpPort}`,
    statusUrl: `http://127.0.0.1:${sandbox.httpPort}`,
    mode: "demo",
    timeouts: { replyMs },
  });
  endings.push(channel.close);
  return channel;
}

/** A listener that keeps what it is given, like the worker does; `isDown` makes it fail to store. */
async function aListener() {
  const mailbox = { raw: [] as Buffer[], isDown: false, port: 0 };
  const listener = await startEvidenceListener({
    port: 0,
    receive: async (raw) => {
      if (mailbox.isDown) throw new Error("database away");
      mailbox.raw.push(raw);
    },
  });
  endings.push(listener.close);
  mailbox.port = listener.port;
  return mailbox;
}

async function evidenceIn(raws: Buffer[]): Promise<RemEvidence[]> {
  const contents = await Promise.all(raws.map(readEvidenceContent));
  const documents = contents.flatMap((content) => (content.ok ? content.documents : []));
  return documents.map((document) => {
    const result = parseRemEvidence(document.xml);
    if (!result.ok) throw new Error(result.detail);
    return result.evidence;
  });
}

describe("the KEP sandbox", () => {
  test("a signed message goes in and its submission, delivery and retrieval come back as evidence", async () => {
    const mailbox = await aListener();
    const sandbox = await aSandbox({ evidencePort: mailbox.port });
    const message = aKepMessage();
    const outcome = await aChannel(sandbox).submit(message);
    expect(outcome.kind).toBe("submitted");
    await until(() => mailbox.raw.length === 3);
    const evidence = await evidenceIn(mailbox.raw);
    expect(evidence.map(targetState).sort()).toEqual(["accepted", "delivered", "read"]);
    const providerId = outcome.kind === "submitted" ? outcome.providerId : null;
    for (const one of evidence) {
      expect(one.messageIds).toEqual({ userAgent: message.messageId, byProvider: providerId });
      expect(one.recipientAddress).toBe(message.to);
    }
    const content = await readEvidenceContent(mailbox.raw[0] ?? Buffer.alloc(0));
    expect(content.ok && content.documents[0]?.packageId).toBe("PAKET-1");
    expect(sandbox.messages()[0]).toMatchObject({ subject: "Çalışma İzni Belgeleri", attachments: [{ name: "yazi.pdf" }] });
  });

  test("the application's own signed message is accepted, with its letter unchanged", async () => {
    const sandbox = await aSandbox();
    const letter = Buffer.from("%PDF-1.4 TEST".repeat(5000));
    const message = aKepMessage();
    const raw = await buildKepMessage({
      from: { name: "Aksaray Çalışma ve İş Kurumu İl Müdürlüğü", address: message.from },
      to: { name: "Eskil Kaymakamlığı", address: message.to },
      subject: "Çalışma İzni Belgelerinin Yeni Tasarımı",
      text: "Yazımız ektedir.",
      attachments: prepareAttachments([{ filename: "yazı İmzalı.pdf", mediaType: "application/pdf", bytes: letter }]),
      messageId: message.messageId,
      messageType: "standart",
      packageId: "PAKET-İ-1",
      date: new Date("2026-03-20T09:00:00Z"),
      signer: await testSigner(mkdtempSync(join(tmpdir(), "signer-"))),
    });
    expect(await aChannel(sandbox).submit({ ...message, raw })).toMatchObject({ kind: "submitted" });
    expect(sandbox.messages()[0]).toMatchObject({
      messageId: message.messageId,
      subject: "Çalışma İzni Belgelerinin Yeni Tasarımı",
      attachments: [{ name: "yazı İmzalı.pdf", sha256: createHash("sha256").update(letter).digest("hex") }],
    });
  });

  test("the same Message-ID again is counted as a duplicate and taken once", async () => {
    const sandbox = await aSandbox();
    const channel = aChannel(sandbox);
    const message = aKepMessage();
    const outcomes = [await channel.submit(message), await channel.submit(message)];
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(["submitted", "submitted"]);
    expect(sandbox.counts()).toMatchObject({ messages: 1, handOvers: 2, duplicates: 1 });
    expect(sandbox.messages()[0]?.receivedCount).toBe(2);
  });

  test("the provider answers what became of a Message-ID, and a stranger's 404 is not an answer", async () => {
    const sandbox = await aSandbox();
    const channel = aChannel(sandbox);
    const message = aKepMessage();
    await channel.submit(message);
    expect(await channel.ask?.(message.messageId)).toMatchObject({ known: true, providerId: expect.stringMatching(/^<EYWS/) });
    expect(await channel.ask?.("<unknown@izin-masasi.test>")).toEqual({ known: false });
    const elsewhere = kepSmtpChannel({
      smtpUrl: "smtp://127.0.0.1:1",
      statusUrl: `http://127.0.0.1:${sandbox.httpPort}/other`,
      mode: "demo",
    });
    expect(await elsewhere.ask?.(message.messageId)).toEqual({ unavailable: true });
  });

  test("evidence lost on the way can be fetched from the provider", async () => {
    const mailbox = await aListener();
    const sandbox = await aSandbox({ evidencePort: mailbox.port, settings: { lossShare: 1 } });
    const channel = aChannel(sandbox);
    const message = aKepMessage();
    await channel.submit(message);
    await until(() => sandbox.messages()[0]?.state === "retrieved");
    const fetched = (await channel.fetchEvidence?.(message.messageId)) ?? [];
    expect(fetched.map((xml) => parseRemEvidence(xml).ok)).toEqual([true, true, true]);
    expect(mailbox.raw).toHaveLength(0);
  });

  test("evidence the worker could not store comes again until it is stored", async () => {
    const mailbox = await aListener();
    mailbox.isDown = true;
    const sandbox = await aSandbox({ evidencePort: mailbox.port });
    await aChannel(sandbox).submit(aKepMessage());
    await until(() => sandbox.counts().evidenceFailures >= 3);
    expect(sandbox.counts().evidenceSent).toBe(0);
    mailbox.isDown = false;
    await until(() => sandbox.counts().evidenceSent === 3);
    expect(mailbox.raw).toHaveLength(3);
  });

  test("evidence waits while the application is away and arrives once it is back", async () => {
    const away = await aClosedPort();
    const sandbox = await aSandbox({ evidencePort: away });
    await aChannel(sandbox).submit(aKepMessage());
    await until(() => sandbox.counts().evidenceFailures >= 3);
    const raws: Buffer[] = [];
    const listener = await startEvidenceListener({ port: away, receive: async (raw) => void raws.push(raw) });
    endings.push(listener.close);
    await until(() => sandbox.counts().evidenceSent === 3);
    expect(raws).toHaveLength(3);
  });

  test("a restart of the provider loses neither messages nor unsent evidence", async () => {
    const directory = mkdtempSync(join(tmpdir(), "kep-"));
    const first = await aSandbox({ directory });
    const message = aKepMessage();
    await aChannel(first).submit(message);
    await first.close();
    const mailbox = await aListener();
    const second = await aSandbox({ directory, evidencePort: mailbox.port });
    await until(() => mailbox.raw.length === 3);
    expect(second.counts()).toMatchObject({ messages: 1, duplicates: 0 });
    await aChannel(second).submit(message);
    expect(second.counts()).toMatchObject({ messages: 1, duplicates: 1 });
  });

  test("duplicated and reordered evidence carries the same identifiers", async () => {
    const mailbox = await aListener();
    const sandbox = await aSandbox({ evidencePort: mailbox.port, settings: { duplicateShare: 1, reorderShare: 1 } });
    await aChannel(sandbox).submit(aKepMessage());
    await until(() => mailbox.raw.length === 6);
    const evidence = await evidenceIn(mailbox.raw);
    expect(new Set(evidence.map((one) => one.identifier)).size).toBe(3);
    expect(evidence[0]?.kind).toBe("retrieval");
  });

  test.each([
    ["rejected", ["rejected"]],
    ["relay_rejected", ["accepted", "rejected"]],
    ["relay_failed", ["accepted", "expired"]],
    ["not_delivered", ["accepted", "bounced"]],
    ["unread", ["accepted", "delivered"]],
    ["silent", []],
  ] as const)("a recipient whose fate is %s is told by evidence", async (fate, states) => {
    const mailbox = await aListener();
    const message = aKepMessage();
    const sandbox = await aSandbox({ evidencePort: mailbox.port, settings: { fates: [{ address: message.to, fate }] } });
    await aChannel(sandbox).submit(message);
    await until(() => sandbox.counts().evidenceWaiting === 0);
    expect((await evidenceIn(mailbox.raw)).map(targetState).sort()).toEqual([...states].sort());
  });

  test("a message without a sound signature is refused", async () => {
    const sandbox = await aSandbox();
    const channel = aChannel(sandbox);
    const message = aKepMessage();
    const tampered = Buffer.from(message.raw.toString("latin1").replace("Yaz", "Yay"), "latin1");
    expect(await channel.submit({ ...message, raw: tampered })).toMatchObject({ kind: "refused", reason: "rejected" });
    const plain = Buffer.from(message.raw.toString("latin1").replace("multipart/signed", "multipart/mixed"), "latin1");
    expect(await channel.submit({ ...message, raw: plain })).toMatchObject({ kind: "refused" });
    expect(sandbox.counts()).toMatchObject({ messages: 0, refused: 2 });
  });

  test("a message whose header names another recipient than its envelope is refused", async () => {
    const sandbox = await aSandbox();
    const message = aKepMessage({ headerTo: "baska@hs01.kep.test" });
    expect(await aChannel(sandbox).submit(message)).toMatchObject({ kind: "refused", detail: expect.stringContaining("header To") });
  });

  test("settings can be changed while it runs, and a misspelt one is an error", async () => {
    const sandbox = await aSandbox();
    const url = `http://127.0.0.1:${sandbox.httpPort}/settings`;
    const post = (body: unknown) =>
      fetch(url, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
    expect(await (await post({ retrievalShare: 0 })).json()).toMatchObject({ retrievalShare: 0, submissionDelayMs: [0, 20] });
    expect((await post({ retrievalShar: 0 })).status).toBe(400);
    expect((await post({ lossShare: 2 })).status).toBe(400);
  });
});
