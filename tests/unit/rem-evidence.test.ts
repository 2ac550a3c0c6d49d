import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ZipFile } from "yazl";
import { readEvidenceContent } from "../../lib/circulars/server/evidence/evidence-mail.ts";
import { parseRemEvidence, targetState } from "../../lib/circulars/server/evidence/rem-evidence.ts";
import { readZip } from "../../lib/circulars/server/evidence/zip-entries.ts";

type Given = { root?: string; code?: string | null; namespace?: string; time?: string; more?: string; prefix?: string };

function anEvidence(given: Given = {}): Buffer {
  const p = given.prefix ?? "rem:";
  const root = given.root ?? "DeliveryNonDeliveryToRecipient";
  const code = given.code === undefined ? "http:uri.etsi.org/02640/Event#Delivery" : given.code;
  const xmlns = p === "" ? "xmlns" : `xmlns:${p.slice(0, -1)}`;
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<${p}${root} ${xmlns}="${given.namespace ?? "http://uri.etsi.org/02640/v2#"}" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" version="2">
${code === null ? "" : `<${p}EventCode>${code}</${p}EventCode>`}${given.more ?? ""}
<${p}EvidenceIdentifier>kanıt-1</${p}EvidenceIdentifier>
<${p}EvidenceIssuerDetails><${p}AttributedElectronicAddress>mailto:kephs@hs99.kep.test</${p}AttributedElectronicAddress></${p}EvidenceIssuerDetails>
<${p}EventTime>${given.time ?? "2026-03-20T12:47:05.120+03:00"}</${p}EventTime>
<${p}SenderDetails><${p}AttributedElectronicAddress scheme="mailto">aksarayiskur@hs01.kep.test</${p}AttributedElectronicAddress></${p}SenderDetails>
<${p}RecipientsDetails><${p}EntityDetails><${p}AttributedElectronicAddress scheme="mailto">ESKIL@hs01.kep.test</${p}AttributedElectronicAddress></${p}EntityDetails></${p}RecipientsDetails>
<${p}SenderMessageDetails isNotification="false"><${p}MessageSubject>Ç &amp; İ</${p}MessageSubject><${p}UAMessageIdentifier>&lt;abc@uygulama&gt;</${p}UAMessageIdentifier><${p}MessageIdentifierByREMMD>&#60;EYWS&#x3e;</${p}MessageIdentifierByREMMD><ds:DigestMethod Algorithm="a"/><ds:DigestValue>ZGln</ds:DigestValue></${p}SenderMessageDetails>
</${p}${root}>`);
}

function failureOf(xml: Buffer): string | null {
  const result = parseRemEvidence(xml);
  return result.ok ? null : result.failure;
}

describe("KEP evidence", () => {
  test("a delivery evidence tells which message, which recipient and when", () => {
    expect(parseRemEvidence(anEvidence())).toEqual({
      ok: true,
      evidence: {
        identifier: "kanıt-1",
        kind: "delivery",
        outcome: "positive",
        eventAt: new Date("2026-03-20T09:47:05.120Z"),
        issuer: "kephs@hs99.kep.test",
        senderAddress: "aksarayiskur@hs01.kep.test",
        recipientAddress: "eskil@hs01.kep.test",
        messageIds: { userAgent: "<abc@uygulama>", byProvider: "<EYWS>" },
        reason: null,
        digest: { algorithm: "a", value: "ZGln" },
      },
    });
  });

  test.each([
    ["SubmissionAcceptanceRejection", "Acceptance", "accepted"],
    ["SubmissionAcceptanceRejection", "Rejection", "rejected"],
    ["RelayREMMDAcceptanceRejection", "Acceptance", "accepted"],
    ["RelayREMMDAcceptanceRejection", "Rejection", "rejected"],
    ["RelayREMMDFailure", "DeliveryExpiration", "expired"],
    ["DeliveryNonDeliveryToRecipient", "Delivery", "delivered"],
    ["DeliveryNonDeliveryToRecipient", "NonDelivery", "bounced"],
    ["DeliveryNonDeliveryToRecipient", "DeliveryExpiration", "expired"],
    ["DownloadNonDownloadByRecipient", "DownloadExpiration", null],
    ["RetrievalNonRetrievalByRecipient", "Retrieval", "read"],
    ["RetrievalNonRetrievalByRecipient", "RetrievalExpiration", null],
    ["AcceptanceRejectionByRecipient", "Rejection", "rejected"],
  ])("%s with %s proves the state %s", (root, code, state) => {
    const result = parseRemEvidence(anEvidence({ root, code: `http:uri.etsi.org/02640/Event#${code}` }));
    expect(result.ok && targetState(result.evidence)).toBe(state);
  });

  test("both spellings of the event address, another version of the namespace and no prefix are understood", () => {
    expect(failureOf(anEvidence({ code: "http://uri.etsi.org/02640/Event#Delivery" }))).toBeNull();
    expect(failureOf(anEvidence({ namespace: "http://uri.etsi.org/02640/v1#" }))).toBeNull();
    expect(failureOf(anEvidence({ prefix: "" }))).toBeNull();
  });

  test("a time without a zone is Turkish time", () => {
    const result = parseRemEvidence(anEvidence({ time: "2026-03-20T12:00:00" }));
    expect(result.ok && result.evidence.eventAt.toISOString()).toBe("2026-03-20T09:00:00.000Z");
  });

  test("the provider's reason is kept", () => {
    const more =
      "<rem:EventReasons><rem:EventReason><rem:Code>http:uri.etsi.org/REM/EventReason#UnknownRecipient</rem:Code><rem:Details>Yok</rem:Details></rem:EventReason></rem:EventReasons>";
    const result = parseRemEvidence(anEvidence({ code: "http:uri.etsi.org/02640/Event#NonDelivery", more }));
    expect(result.ok && result.evidence.reason).toEqual({ code: "UnknownRecipient", text: "Yok" });
  });

  test("what is not evidence is refused with its reason", () => {
    expect(failureOf(Buffer.from('<!DOCTYPE a [<!ENTITY x "y">]><a/>'))).toBe("doctype_forbidden");
    expect(failureOf(Buffer.from("<a><b></a>"))).toBe("not_xml");
    expect(failureOf(Buffer.from([0x3c, 0x61, 0xff, 0xfe]))).toBe("not_text");
    expect(failureOf(anEvidence({ root: "RelayToNonREMSystem" }))).toBe("unknown_root");
    expect(failureOf(anEvidence({ root: "constructor" }))).toBe("unknown_root");
    expect(failureOf(anEvidence({ namespace: "http://example.com/" }))).toBe("unknown_namespace");
    expect(failureOf(anEvidence({ code: "http:uri.etsi.org/02640/Event#Retrieval" }))).toBe("event_code_unknown");
    expect(failureOf(anEvidence({ code: "toString" }))).toBe("event_code_unknown");
    expect(failureOf(anEvidence({ code: null }))).toBe("event_code_unknown");
    expect(failureOf(anEvidence({ time: "yesterday" }))).toBe("time_invalid");
    expect(failureOf(Buffer.alloc(2 * 1024 * 1024, 0x20))).toBe("too_large");
  });

  test("no bytes make the reader throw", async () => {
    const seed = anEvidence().toString("latin1");
    const cut = fc
      .tuple(fc.nat(seed.length), fc.nat(60), fc.string())
      .map(([at, length, text]) => seed.slice(0, at) + text + seed.slice(at + length));
    fc.assert(fc.property(cut, (text) => typeof parseRemEvidence(Buffer.from(text, "latin1")).ok === "boolean"));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(typeof (await readEvidenceContent(Buffer.from(bytes))).ok).toBe("boolean");
      }),
    );
  });
});

describe("evidence as it comes by upload", () => {
  async function aZip(files: Record<string, Buffer>): Promise<Buffer> {
    const zip = new ZipFile();
    for (const [name, bytes] of Object.entries(files)) zip.addBuffer(bytes, name);
    zip.end();
    return await buffer(zip.outputStream);
  }

  test("an XML file is one document, a ZIP holds several", async () => {
    expect(await readEvidenceContent(anEvidence())).toMatchObject({ ok: true, source: "xml", documents: [{ packageId: null }] });
    const mail = Buffer.from(
      `X-TR-REM-iletiID: P-7\r\nContent-Type: application/xml; name="d.xml"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n${anEvidence().toString("base64")}\r\n`,
    );
    const archive = await aZip({ "a.xml": anEvidence(), "b.eml": mail, "benioku.txt": Buffer.from("x") });
    const content = await readEvidenceContent(archive);
    expect(content.ok && content.documents.map((document) => document.packageId)).toEqual([null, "P-7"]);
    expect(content.ok && content.documents.map((document) => failureOf(document.xml))).toEqual([null, null]);
  });

  test("a damaged archive, a bomb and an empty mail are refused", async () => {
    const archive = await aZip({ "a.xml": anEvidence() });
    expect(await readEvidenceContent(archive.subarray(0, archive.length - 30))).toMatchObject({ failure: "archive_unreadable" });
    expect(readZip(await aZip({ "bomb.xml": Buffer.alloc(30 * 1024 * 1024) }))).toBeNull();
    expect(await readEvidenceContent(Buffer.from("Subject: merhaba\r\n\r\nek yok\r\n"))).toMatchObject({ failure: "no_evidence_inside" });
  });

  test("an archive that lies about its sizes is refused, whichever byte is changed", async () => {
    const archive = await aZip({ "a.xml": anEvidence() });
    fc.assert(
      fc.property(fc.nat(archive.length - 1), fc.nat(255), (at, value) => {
        const changed = Buffer.from(archive);
        changed[at] = value;
        const entries = readZip(changed);
        expect(entries === null || entries.every((entry) => entry.bytes.length <= 5 * 1024 * 1024)).toBe(true);
      }),
    );
  });
});
