import fc from "fast-check";
import { simpleParser } from "mailparser";
import { afterEach, describe, expect, test } from "vitest";
import { emailChannel } from "../../lib/circulars/server/channels/email.ts";
import { buildEmailMessage, type EmailMessage } from "../../lib/circulars/server/channels/email-message.ts";
import { kepSmtpChannel } from "../../lib/circulars/server/channels/kep-smtp.ts";
import { prepareAttachments } from "../../lib/circulars/server/channels/message-parts.ts";
import { readEmailReport } from "../../lib/circulars/server/evidence/email-report.ts";
import { readEvidenceContent } from "../../lib/circulars/server/evidence/evidence-mail.ts";
import { startEvidenceListener } from "../../lib/worker/evidence-listener.ts";
import { startSandbox } from "../../scripts/kep-sandbox/sandbox.ts";
import { until } from "../support/kep.ts";

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const pdf = Buffer.from(Array.from({ length: 5_000 }, (_, index) => index % 251));
const messageId = "<0d5eed01-6cb4-48f0-a016-10f33e7a55df@izin-masasi>";

function anEmail(change: Partial<EmailMessage> = {}): EmailMessage {
  return {
    from: { name: "Aksaray Çalışma ve İş Kurumu İl Müdürlüğü", address: "aksaray@iskur.test" },
    to: { name: "Aksaray Ziraat Odası Başkanlığı", address: "bilgi@aksarayziraatodasi.test" },
    subject: "Çalışma İzni Belgelerinin Yeni Tasarımı",
    text: "Sayın Yetkili,\n\nYazı ektedir: ğüşıöçİ.\n.\nFrom başı\n",
    attachments: prepareAttachments([{ filename: "Dağıtımlı yazı (1).pdf", mediaType: "application/pdf", bytes: pdf }]),
    messageId,
    date: new Date("2026-11-23T07:15:00Z"),
    ...change,
  };
}

/** What a server writes of one recipient. */
function aReport(
  fields: Record<string, string>,
  { envelope = "", returned = `Message-ID: ${messageId}`, type = "delivery-status" } = {},
): Buffer {
  const lines = [
    "From: MAILER-DAEMON@posta.test",
    "To: aksaray@iskur.test",
    "Message-ID: <rapor-1@posta.test>",
    "Date: Mon, 23 Nov 2026 08:30:00 +0000",
    "MIME-Version: 1.0",
    `Content-Type: multipart/report;\r\n report-type=${type}; boundary="rapor"`,
    "",
    "--rapor",
    "Content-Type: text/plain",
    "",
    "Teslim edilemedi.",
    "--rapor",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; posta.test",
    ...(envelope ? [`Original-Envelope-Id: ${envelope}`] : []),
    "",
    ...Object.entries({ "Final-Recipient": "rfc822; bilgi@aksarayziraatodasi.test", ...fields }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
    "",
    "--rapor",
    "Content-Type: text/rfc822-headers",
    "",
    returned,
    "--rapor--",
    "",
  ];
  return Buffer.from(lines.join("\r\n"));
}

describe("the letter as an e-mail", () => {
  test("is an ordinary message: words, letter unchanged, and nothing that speaks of KEP", async () => {
    const mail = await simpleParser(buildEmailMessage(anEmail()));
    expect(mail).toMatchObject({ subject: "Çalışma İzni Belgelerinin Yeni Tasarımı", messageId });
    expect(mail.from?.value).toEqual([{ name: "Aksaray Çalışma ve İş Kurumu İl Müdürlüğü", address: "aksaray@iskur.test" }]);
    expect(mail.text?.trimEnd()).toBe("Sayın Yetkili,\n\nYazı ektedir: ğüşıöçİ.\n.\nFrom başı");
    expect(mail.attachments.map(({ filename, content }) => [filename, content.equals(pdf)])).toEqual([["Dağıtımlı yazı (1).pdf", true]]);
    expect([...mail.headers.keys()].filter((name) => name.startsWith("x-"))).toEqual([]);
  });

  test("no subject, name or address can add a header or a line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const raw = buildEmailMessage(anEmail({ subject: text, to: { name: text, address: "bilgi@kurum.test" } })).toString("latin1");
        const names = (raw.split("\r\n\r\n", 1)[0] ?? "").replace(/\r\n[ \t]/g, " ").split("\r\n");
        expect(names.map((line) => line.split(":", 1)[0])).toEqual([
          "From",
          "To",
          "Subject",
          "Date",
          "Message-ID",
          "Auto-Submitted",
          "MIME-Version",
          "Content-Type",
        ]);
      }),
    );
    expect(() => buildEmailMessage(anEmail({ to: { name: "", address: "a@b.test>, <c@d.tr" } }))).toThrow("address");
  });
});

describe("the sandbox's e-mail server", () => {
  test("takes what is not signed and keeps it beside KEP; a KEP box takes no e-mail, and KEP nothing unsigned", async () => {
    const sandbox = await startSandbox({ evidencePort: null });
    const channel = emailChannel({ smtpUrl: `smtp://127.0.0.1:${sandbox.emailPort}`, mode: "demo" });
    const kep = kepSmtpChannel({ smtpUrl: `smtp://127.0.0.1:${sandbox.smtpPort}`, statusUrl: null, mode: "demo" });
    endings.push(sandbox.close, channel.close, kep.close);
    const raw = buildEmailMessage(anEmail());
    const { address: to } = anEmail().to;
    const message = { messageId, from: "geri@iskur.test", to, raw };
    expect(await channel.submit(message)).toMatchObject({ kind: "submitted" });
    expect(sandbox.messages()).toMatchObject([{ channel: "email", to, from: "geri@iskur.test", state: "received", evidence: [] }]);
    const page = await (await fetch(`http://127.0.0.1:${sandbox.httpPort}/mailbox`)).text();
    expect(page).toContain("E-posta kutuları");
    const toKep = {
      ...message,
      to: "eskil@hs01.kep.test",
      raw: buildEmailMessage(anEmail({ to: { name: "", address: "eskil@hs01.kep.test" } })),
    };
    expect(await channel.submit(toKep)).toMatchObject({ kind: "refused", reason: "rejected" });
    expect(await kep.submit({ ...toKep, from: "aksaray@iskur.test" })).toMatchObject({ kind: "refused", reason: "rejected" });
  });

  test("writes back about a box that does not exist, and the report names our message", async () => {
    const received: Buffer[] = [];
    const listener = await startEvidenceListener({ port: 0, receive: async (raw) => void received.push(raw) });
    const settings = { submissionDelayMs: [0, 10] as [number, number] };
    const sandbox = await startSandbox({ evidencePort: listener.port, settings });
    const channel = emailChannel({ smtpUrl: `smtp://127.0.0.1:${sandbox.emailPort}`, mode: "demo" });
    endings.push(listener.close, sandbox.close, channel.close);
    const to = { name: "", address: "yok@kurum.test" };
    await channel.submit({ messageId, from: "geri@iskur.test", to: to.address, raw: buildEmailMessage(anEmail({ to })) });
    await until(() => received.length === 1);
    const content = await readEvidenceContent(received[0] ?? Buffer.alloc(0));
    expect(content).toMatchObject({
      ok: true,
      report: {
        channel: "email",
        outcome: "negative",
        proves: "address_invalid",
        recipientAddress: to.address,
        messageIds: { userAgent: messageId },
      },
    });
  });
});

describe("what a mail server reports", () => {
  test.each<[string, Record<string, string>, string | null]>([
    ["an unknown box", { Action: "failed", Status: "5.1.1" }, "address_invalid"],
    ["a full box", { Action: "failed", Status: "5.2.2" }, "bounced"],
    ["too large a message", { Action: "failed", Status: "5.3.4" }, "too_large"],
    ["a refusal by policy", { Action: "failed", Status: "5.7.1" }, "rejected"],
    ["a server that gave up", { Action: "failed", Status: "4.4.7" }, "expired"],
    ["a failure without a reason", { Action: "failed" }, "bounced"],
    ["a delay proves nothing", { Action: "delayed", Status: "4.4.1" }, null],
    ["delivery proves nothing", { Action: "delivered", Status: "2.0.0" }, null],
    ["passing on proves nothing", { Action: "relayed", Status: "2.0.0" }, null],
  ])("%s", async (_title, fields, proves) => {
    const report = await readEmailReport(aReport(fields));
    expect(report).toMatchObject({
      proves,
      kind: "email_report",
      identifier: "<rapor-1@posta.test>",
      messageIds: { userAgent: messageId },
    });
  });

  test("the envelope's name is ours even where no message is returned", async () => {
    const fields = { Action: "failed", Status: "5.1.1", "Diagnostic-Code": "smtp; 550 5.1.1 kutu yok" };
    const envelope = messageId.slice(1, -1).replace("@", "+40");
    const report = await readEmailReport(aReport(fields, { envelope, returned: "Subject: x" }));
    expect(report).toMatchObject({ messageIds: { userAgent: messageId }, reason: { code: "5.1.1", text: "550 5.1.1 kutu yok" } });
  });

  test("a holiday notice, a read receipt and noise are no report", async () => {
    expect(await readEmailReport(buildEmailMessage(anEmail()))).toBeNull();
    expect(await readEmailReport(aReport({ Action: "failed" }, { type: "disposition-notification" }))).toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await readEmailReport(Buffer.from(bytes))).toBeNull();
      }),
    );
  });
});
