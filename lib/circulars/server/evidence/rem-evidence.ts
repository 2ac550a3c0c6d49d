// KEP evidence as ETSI TS 102 640 v2 defines it: a provider's statement of what happened to one message.
// Real providers write the event URIs without `//` and may use another version of the namespace; both are accepted.
// No DTD, no entity beyond the five of XML, no byte over the limit: the bytes come from outside.
import { XMLParser } from "fast-xml-parser";
import type { EvidenceFailure } from "./evidence-failure.ts";
import { decodeXml } from "./xml-text.ts";

export type RemEvidenceKind = "submission" | "relay" | "delivery" | "download" | "retrieval" | "acceptance";
export type RemOutcome = "positive" | "negative" | "expired";
export type RemTargetState = "accepted" | "delivered" | "read" | "rejected" | "bounced" | "expired";

export type RemEvidence = {
  identifier: string;
  kind: RemEvidenceKind;
  outcome: RemOutcome;
  eventAt: Date;
  /** The provider that states it, by address, else by name. */
  issuer: string | null;
  senderAddress: string | null;
  recipientAddress: string | null;
  messageIds: { byProvider: string | null; userAgent: string | null };
  reason: { code: string; text: string | null } | null;
  digest: { algorithm: string; value: string } | null;
};

export type RemEvidenceResult = { ok: true; evidence: RemEvidence } | { ok: false; failure: EvidenceFailure; detail: string };

export const EVIDENCE_XML_MAX_BYTES = 1024 * 1024;

// Maps, not objects: the keys come from outside, and "constructor" must find nothing.
const KIND_BY_ROOT = new Map<string, RemEvidenceKind>([
  ["SubmissionAcceptanceRejection", "submission"],
  ["RelayREMMDAcceptanceRejection", "relay"],
  ["RelayREMMDFailure", "relay"],
  ["DeliveryNonDeliveryToRecipient", "delivery"],
  ["DownloadNonDownloadByRecipient", "download"],
  ["RetrievalNonRetrievalByRecipient", "retrieval"],
  ["AcceptanceRejectionByRecipient", "acceptance"],
]);

/** Event codes per kind, in the order positive, negative, expired. */
const CODES: Record<RemEvidenceKind, [positive: string, negative: string, expired: string | null]> = {
  submission: ["Acceptance", "Rejection", null],
  relay: ["Acceptance", "Rejection", "DeliveryExpiration"],
  delivery: ["Delivery", "NonDelivery", "DeliveryExpiration"],
  download: ["Download", "NonDownload", "DownloadExpiration"],
  retrieval: ["Retrieval", "NonRetrieval", "RetrievalExpiration"],
  acceptance: ["Acceptance", "Rejection", null],
};

const STATE: Record<RemEvidenceKind, Record<RemOutcome, RemTargetState | null>> = {
  submission: { positive: "accepted", negative: "rejected", expired: null },
  relay: { positive: "accepted", negative: "rejected", expired: "expired" },
  delivery: { positive: "delivered", negative: "bounced", expired: "expired" },
  // A download or a missed retrieval says nothing about reading; "deemed read" is computed, never stored (N7).
  download: { positive: "delivered", negative: null, expired: null },
  retrieval: { positive: "read", negative: null, expired: null },
  acceptance: { positive: "read", negative: "rejected", expired: null },
};

/** The delivery state this evidence proves; null when it is kept on record but proves none. */
export function targetState(evidence: Pick<RemEvidence, "kind" | "outcome">): RemTargetState | null {
  return STATE[evidence.kind][evidence.outcome];
}

const NAMESPACE = /^https?:(\/\/)?uri\.etsi\.org\/02640\/v\d+#?$/;

type Node = { [name: string]: unknown };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  removeNSPrefix: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** Reads one evidence document; a failure names what is wrong, so a person can judge the quarantined bytes. */
export function parseRemEvidence(xml: Buffer): RemEvidenceResult {
  if (xml.length > EVIDENCE_XML_MAX_BYTES) return fail("too_large", `${xml.length} bytes`);
  const text = decodeXml(xml);
  if (text === null) return fail("not_text", "the bytes are not in the declared encoding");
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return fail("doctype_forbidden", "a document type declaration is refused");
  const root = readRoot(text);
  if (root === null) return fail("not_xml", "the document is not well-formed XML");
  const kind = KIND_BY_ROOT.get(root.name);
  if (kind === undefined) return fail("unknown_root", root.name.slice(0, 80));
  if (!NAMESPACE.test(root.namespace)) return fail("unknown_namespace", root.namespace.slice(0, 120));
  return readEvidence(kind, root);
}

type Root = { name: string; namespace: string; node: Node };

function readRoot(text: string): Root | null {
  let document: Node;
  try {
    document = parser.parse(text, true) as Node;
  } catch {
    return null;
  }
  const [qualified, ...others] = Object.keys(document).filter((name) => !name.startsWith("#"));
  if (qualified === undefined || others.length > 0) return null;
  const node = document[qualified];
  if (typeof node !== "object" || node === null) return null;
  const [prefix, local] = qualified.includes(":") ? qualified.split(":", 2) : ["", qualified];
  const namespace = (node as Node)[prefix === "" ? "@xmlns" : `@xmlns:${prefix}`];
  return { name: local ?? "", namespace: typeof namespace === "string" ? namespace : "", node: node as Node };
}

function readEvidence(kind: RemEvidenceKind, root: Root): RemEvidenceResult {
  const code = textOf(child(root.node, "EventCode"));
  const outcome = outcomeOf(kind, root.name, code);
  if (outcome === undefined) return fail("event_code_unknown", `${root.name}: ${code ?? "no event code"}`.slice(0, 160));
  const identifier = textOf(child(root.node, "EvidenceIdentifier"));
  if (identifier === null) return fail("field_missing", "EvidenceIdentifier");
  const time = textOf(child(root.node, "EventTime"));
  if (time === null) return fail("field_missing", "EventTime");
  const eventAt = instantOf(time);
  if (eventAt === null) return fail("time_invalid", time.slice(0, 40));
  const message = child(root.node, "SenderMessageDetails");
  return {
    ok: true,
    evidence: {
      identifier,
      kind,
      outcome,
      eventAt,
      issuer: issuerOf(child(root.node, "EvidenceIssuerDetails")),
      senderAddress: addressOf(child(root.node, "SenderDetails")),
      recipientAddress: recipientOf(root.node),
      messageIds: {
        byProvider: textOf(child(message, "MessageIdentifierByREMMD")),
        userAgent: textOf(child(message, "UAMessageIdentifier")),
      },
      reason: reasonOf(root.node),
      digest: digestOf(message),
    },
  };
}

function outcomeOf(kind: RemEvidenceKind, rootName: string, code: string | null): RemOutcome | undefined {
  if (rootName === "RelayREMMDFailure") return "expired";
  if (code === null) return undefined;
  const position = CODES[kind].indexOf(code.slice(code.lastIndexOf("#") + 1));
  return (["positive", "negative", "expired"] as const)[position];
}

function recipientOf(root: Node): string | null {
  const entities = children(child(root, "RecipientsDetails"), "EntityDetails");
  if (entities.length <= 1) return addressOf(entities[0]);
  const index = Number(textOf(child(root, "EvidenceRefersToRecipient")));
  return Number.isInteger(index) ? addressOf(entities[index - 1]) : null;
}

function issuerOf(details: unknown): string | null {
  const entity = children(child(details, "NamesPostalAddresses"), "NamePostalAddress")[0];
  return addressOf(details) ?? textOf(child(child(entity, "EntityName"), "Name"));
}

function addressOf(entity: unknown): string | null {
  const address = textOf(children(entity, "AttributedElectronicAddress")[0]);
  // Addresses are ASCII: Turkish lower-casing would turn I into ı and match nobody.
  return address === null ? null : address.replace(/^mailto:/i, "").toLowerCase();
}

function reasonOf(root: Node): RemEvidence["reason"] {
  const reason = children(child(root, "EventReasons"), "EventReason")[0];
  const code = textOf(child(reason, "Code"));
  if (code === null) return null;
  return { code: code.slice(code.lastIndexOf("#") + 1), text: textOf(child(reason, "Details")) };
}

function digestOf(message: unknown): RemEvidence["digest"] {
  const method = child(message, "DigestMethod");
  const algorithm = typeof method === "object" && method !== null ? (method as Node)["@Algorithm"] : undefined;
  const value = textOf(child(message, "DigestValue"));
  return typeof algorithm === "string" && value !== null ? { algorithm, value } : null;
}

/** xsd:dateTime; a provider that leaves out the zone means Turkish local time, which is UTC+3 all year. */
function instantOf(text: string): Date | null {
  const match = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  if (match === null) return null;
  const instant = new Date(match[2] === undefined ? `${text}+03:00` : text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

function children(node: unknown, local: string): unknown[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node as Node)
    .filter(([name]) => name === local || name.endsWith(`:${local}`))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]));
}

function child(node: unknown, local: string): unknown {
  return children(node, local)[0];
}

function textOf(node: unknown): string | null {
  const raw = typeof node === "object" && node !== null ? (node as Node)["#text"] : node;
  if (typeof raw !== "string") return null;
  const text = unescapeXml(raw).trim();
  return text === "" ? null : text;
}

const ENTITIES: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function fail(failure: EvidenceFailure, detail: string): RemEvidenceResult {
  return { ok: false, failure, detail };
}
