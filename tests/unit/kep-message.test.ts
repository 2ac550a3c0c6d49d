import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { simpleParser } from "mailparser";
import { afterAll, describe, expect, it } from "vitest";
import { buildKepMessage, type KepMessage } from "../../lib/circulars/server/channels/kep-message.ts";
import { prepareAttachments } from "../../lib/circulars/server/channels/message-parts.ts";
import { testSigner } from "../../lib/circulars/server/signer/test-signer.ts";

const directory = mkdtempSync(join(tmpdir(), "kep-"));
afterAll(() => rmSync(directory, { recursive: true }));
const signer = await testSigner(directory);
const pdf = Buffer.from(Array.from({ length: 5_000 }, (_, index) => index % 251));

function aMessage(change: Partial<KepMessage> = {}): KepMessage {
  return {
    from: { name: "Aksaray Çalışma ve İş Kurumu İl Müdürlüğü", address: "aksarayiskur@hs01.kep.test" },
    to: { name: "Sarıyahşi Kaymakamlığı", address: "sariyahsi@hs01.kep.test" },
    subject: "Çalışma İzni Belgelerinin Yeni Tasarımı",
    text: "Sayın Yetkili,\n\nYazı ektedir: ğüşıöçİ.\n.\nFrom başı\n",
    attachments: prepareAttachments([{ filename: "Dağıtımlı yazı (1).pdf", mediaType: "application/pdf", bytes: pdf }]),
    messageId: "4a1c@izin-masasi.test",
    messageType: "standart",
    packageId: "0D5EED01-6CB4-48F0-A016-10F33E7A55DF",
    date: new Date("2026-11-23T07:15:00Z"),
    signer,
    ...change,
  };
}

function opensslVerifies(raw: Buffer): Buffer {
  const file = join(directory, "message.eml");
  writeFileSync(file, raw);
  const trusted = join(directory, "test-signer", "ca.pem");
  return execFileSync("openssl", ["cms", "-verify", "-cades", "-in", file, "-CAfile", trusted], { stdio: ["ignore", "pipe", "pipe"] });
}

describe("the message to a KEP provider", () => {
  it("OpenSSL verifies the signed message as it goes over the wire", async () => {
    expect(opensslVerifies(await buildKepMessage(aMessage())).toString()).toContain("multipart/mixed");
  });

  it("a byte changed in the attachment breaks the signature", async () => {
    const raw = await buildKepMessage(aMessage());
    const at = raw.indexOf("filename*") + 200;
    raw[at] = raw[at] === 0x41 ? 0x42 : 0x41;
    expect(() => opensslVerifies(raw)).toThrow();
  });

  it("names, subject, text and attachment arrive with every Turkish letter", async () => {
    const parsed = await simpleParser(await buildKepMessage(aMessage()));
    expect(parsed.from?.value[0]).toMatchObject(aMessage().from);
    expect([parsed.to].flat()[0]?.value[0]).toMatchObject(aMessage().to);
    expect(parsed.subject).toBe(aMessage().subject);
    expect(parsed.text).toBe(aMessage().text);
    expect(parsed.date).toEqual(aMessage().date);
    expect(parsed.messageId).toBe("<4a1c@izin-masasi.test>");
    expect(parsed.headers.get("x-tr-rem-iletitip")).toBe("standart");
    expect(parsed.headers.get("x-tr-rem-iletiid")).toBe(aMessage().packageId);
    expect(parsed.attachments.map(({ filename }) => filename)).toEqual(["Dağıtımlı yazı (1).pdf", "smime.p7s"]);
    expect(parsed.attachments[0]?.content.equals(pdf)).toBe(true);
  });

  it("every line ends in CRLF, is plain ASCII and at most 998 long", async () => {
    const raw = (await buildKepMessage(aMessage({ subject: "Ç".repeat(900), text: "ş".repeat(5_000) }))).toString("latin1");
    expect(raw).toMatch(/^[\r\n\x20-\x7e]*$/);
    expect(raw.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(Math.max(...raw.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  it("no subject, name or file name can smuggle in a header", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
        const evil = `${text}\r\nBcc: herkes@kurum.test`;
        const attachments = prepareAttachments([{ filename: evil, mediaType: evil, bytes: pdf }]);
        const raw = await buildKepMessage(
          aMessage({ subject: evil, to: { name: evil, address: "a@kurum.test" }, packageId: evil, attachments }),
        );
        expect(raw.toString("latin1")).not.toMatch(/^Bcc:/m);
      }),
      { numRuns: 60 },
    );
    await expect(buildKepMessage(aMessage({ to: { name: "", address: "a@kurum.test>\r\nBcc: b@kurum.test" } }))).rejects.toThrow("address");
    await expect(buildKepMessage(aMessage({ messageId: "a@b\r\nBcc: c@kurum.test" }))).rejects.toThrow("Message-ID");
  });

  it("any subject comes back as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1 }), async (subject) => {
        fc.pre(subject.trim() === subject && !/\p{Cc}/u.test(subject));
        expect((await simpleParser(await buildKepMessage(aMessage({ subject })))).subject).toBe(subject);
      }),
      { numRuns: 100 },
    );
  });
});
