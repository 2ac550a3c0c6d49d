// The code in the QR of a card: version, key and number, signed by the installation, so that a reader can judge it without
// asking (later also offline, B22). It names the card and nothing of its holder. What is wrong with a code is read from
// its text alone and never looked up (quality.md, Security 5).
import { z } from "zod";

/** Why a code could not be read, each with the short mark that a caller can tell on the telephone. */
export const UnreadableReason = z.enum([
  "nothing_found",
  "not_a_card_code",
  "letter_code",
  "other_service",
  "cut_short",
  "broken_characters",
  "unknown_version",
  "unknown_key",
  "test_code",
  "forged",
]);
export type UnreadableReason = z.infer<typeof UnreadableReason>;

export const unreadableMarks: Record<UnreadableReason, string> = {
  nothing_found: "K-01",
  not_a_card_code: "K-02",
  letter_code: "K-03",
  other_service: "K-04",
  cut_short: "K-05",
  broken_characters: "K-06",
  unknown_version: "K-07",
  unknown_key: "K-08",
  test_code: "K-09",
  forged: "K-10",
};

/** `T1` is signed by the key of a demonstration or training; no production installation takes it. */
export const codeVersions = ["1", "T1"] as const;
export type CodeVersion = (typeof codeVersions)[number];

/** What the code says before anybody has judged its signature. */
export type CardCode = { version: CodeVersion; keyId: string; number: string; signature: string };
export type CardCodeReading = ({ kind: "code" } & CardCode) | { kind: "unreadable"; reason: UnreadableReason };

/** 64 bytes of Ed25519 in base64url. */
const signatureLength = 86;
const longestText = 500;

/** The bytes under the signature: every part of the code that precedes it, so that none can be exchanged. */
export const signedPart = ({ version, keyId, number }: Omit<CardCode, "signature">): string => `${version}.${keyId}.${number}`;

export const cardCodeText = (code: CardCode): string => `${signedPart(code)}.${code.signature}`;

/** What is printed: an address that opens the page by itself. The code stands behind `#`, which browsers never send or log. */
export const cardCodeAddress = (publicUrl: string, text: string): string => `${publicUrl}/verify/card#${text}`;

/** Takes the whole address or the code alone, as a camera, a picture or a hand gives it. */
export function readCardCode(given: string): CardCodeReading {
  const text = given.trim();
  if (text.length > longestText) return unreadable("not_a_card_code");
  const code = codeIn(text);
  if (code === null) return unreadable(strangerOf(text));
  return judgeParts(code.split("."));
}

/** The part behind `#` of our own page, or the text itself when it is no address. */
function codeIn(text: string): string | null {
  if (!/^https?:\/\//i.test(text)) return /^[^\s/?#]+$/.test(text) && text.includes(".") ? text : null;
  if (!URL.canParse(text)) return null;
  const { pathname, hash } = new URL(text);
  return pathname.replace(/\/+$/, "") === "/verify/card" ? hash.slice(1) : null;
}

/** Codes people confuse with a card's own. */
function strangerOf(text: string): UnreadableReason {
  if (/\/verify\/?\?(.*&)?code=/.test(text) || /^[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i.test(text)) return "letter_code";
  if (/^https?:\/\/([a-z0-9-]+\.)*csgb\.gov\.tr(\/|$)/i.test(text)) return "other_service";
  return "not_a_card_code";
}

function judgeParts([version = "", keyId = "", number = "", signature = "", ...rest]: string[]): CardCodeReading {
  if (rest.length > 0) return unreadable("not_a_card_code");
  if (!/^T?\d{1,3}$/.test(version)) return unreadable("not_a_card_code");
  if (!isKnownVersion(version)) return unreadable("unknown_version");
  if (signature.length < signatureLength) return unreadable("cut_short");
  const isWhole = /^[0-9a-f]{8}$/.test(keyId) && /^\d{6,12}$/.test(number) && /^[\w-]{86}$/.test(signature);
  return isWhole ? { kind: "code", version, keyId, number, signature } : unreadable("broken_characters");
}

const isKnownVersion = (version: string): version is CodeVersion => (codeVersions as readonly string[]).includes(version);

const unreadable = (reason: UnreadableReason): CardCodeReading => ({ kind: "unreadable", reason });
