// Evidence arrives as XML, as mail with an XML part, or as a ZIP of these; the content decides, not the file name.
import { type Attachment, type HeaderValue, simpleParser } from "mailparser";
import { readEmailReport } from "./email-report.ts";
import type { EvidenceFailure } from "./evidence-failure.ts";
import type { EvidenceStatement } from "./evidence-statement.ts";
import { readZip } from "./zip-entries.ts";

/** One evidence document found inside the bytes, with what the mail around it says of the message it belongs to. */
export type EvidenceDocument = { xml: Buffer; packageId: string | null };

export type EvidenceContent =
  /** `report`: a mail server's own word about an e-mail; the mail itself is the evidence then. */
  | { ok: true; source: "xml" | "mail" | "zip"; documents: EvidenceDocument[]; report: EvidenceStatement | null }
  | { ok: false; failure: EvidenceFailure; detail: string };

export const EVIDENCE_FILE_MAX_BYTES = 5 * 1024 * 1024;

const MAX_DEPTH = 3;

/** Finds the evidence documents inside raw bytes as they came by mail or by upload. */
export async function readEvidenceContent(raw: Buffer): Promise<EvidenceContent> {
  if (raw.length > EVIDENCE_FILE_MAX_BYTES) return { ok: false, failure: "too_large", detail: `${raw.length} bytes` };
  const source = sourceOf(raw);
  if (source === "zip" && readZip(raw) === null) {
    return { ok: false, failure: "archive_unreadable", detail: "the archive is damaged, encrypted or too large" };
  }
  const report = source === "mail" ? await readEmailReport(raw) : null;
  if (report) return { ok: true, source, documents: [], report };
  const documents = await documentsIn(raw, null, 0);
  if (documents.length === 0) return { ok: false, failure: "no_evidence_inside", detail: `no XML document in ${source}` };
  return { ok: true, source, documents, report: null };
}

function sourceOf(raw: Buffer): "xml" | "mail" | "zip" {
  if (raw.subarray(0, 2).toString("latin1") === "PK") return "zip";
  const head = raw
    .subarray(0, 64)
    .toString("utf8")
    .replace(/\0/g, "")
    .replace(/^\uFEFF/, "")
    .trimStart();
  return head.startsWith("<") || (raw[0] === 0xff && raw[1] === 0xfe) ? "xml" : "mail";
}

async function documentsIn(raw: Buffer, packageId: string | null, depth: number): Promise<EvidenceDocument[]> {
  const source = sourceOf(raw);
  if (source === "xml") return [{ xml: raw, packageId }];
  if (depth >= MAX_DEPTH) return [];
  if (source === "mail") return await documentsInMail(raw, packageId, depth);
  const entries = (readZip(raw) ?? []).filter((entry) => /\.(xml|eml|zip)$/i.test(entry.name));
  const found = await Promise.all(entries.map((entry) => documentsIn(entry.bytes, packageId, depth + 1)));
  return found.flat();
}

async function documentsInMail(raw: Buffer, outer: string | null, depth: number): Promise<EvidenceDocument[]> {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true });
  const packageId = headerText(mail.headers.get("x-tr-rem-iletiid")) ?? outer;
  const found = await Promise.all(
    mail.attachments.filter(mayHoldEvidence).map((attachment) => documentsIn(attachment.content, packageId, depth + 1)),
  );
  return found.flat();
}

function mayHoldEvidence(attachment: Attachment): boolean {
  if (/^(application|text)\/(xml|zip|x-zip-compressed)$|\+xml$|^message\/rfc822$/i.test(attachment.contentType)) return true;
  return /\.(xml|eml|zip)$/i.test(attachment.filename ?? "");
}

function headerText(value: HeaderValue | undefined): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
