// The main job through the BFF, as the demo accounts, against a running demo: one JSON line a step, exit 0 only if every
// recipient has the letter, as far as its channel can tell, and the verified PDF is the dispatched one. `npm run smoke -- --url http://localhost:3000`
import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import { listDemoAccounts } from "../lib/access/contract.ts";
import { type CircularRecord, readCircular } from "../lib/circulars/contract.ts";
import { type BoardRow, readRecipient, readRecipientBoard } from "../lib/circulars/delivery-contract.ts";
import {
  distributeIncomingLetter,
  listIncomingLetters,
  readIncomingLetter,
  registerIncomingLetter,
} from "../lib/circulars/incoming-contract.ts";
import { acknowledgeCircular, readLinkedLetter, readVerifiedDocument, verifyLetter } from "../lib/circulars/public-contract.ts";
import {
  dispatchCircular,
  initialCircular,
  prepareCircular,
  readDocument,
  signCircular,
  submitCircular,
} from "../lib/circulars/signing-contract.ts";
import { listInstitutions } from "../lib/institutions/contract.ts";
import { call } from "../lib/platform/http/call.ts";
import { Client, signedIn } from "./smoke-client.ts";

const { values } = parseArgs({ options: { url: { type: "string", default: process.env.PUBLIC_URL ?? "http://localhost:3000" } } });
const base = values.url.replace(/\/+$/, "");
const patience = 180_000;

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

async function step<T>(name: string, work: () => Promise<{ facts: Record<string, unknown>; value: T }>): Promise<T> {
  const startedAt = performance.now();
  try {
    const { facts, value } = await work();
    console.log(JSON.stringify({ step: name, ok: true, ms: Math.round(performance.now() - startedAt), ...facts }));
    return value;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.log(JSON.stringify({ step: name, ok: false, ms: Math.round(performance.now() - startedAt), reason }));
    throw error;
  }
}

/** The governorship's letter if it still waits, else another one is registered: the smoke may run again and again. */
async function waitingLetter(officer: Client) {
  const { letters } = await officer.call(listIncomingLetters, { state: "waiting" });
  const [waiting] = letters;
  if (waiting) return officer.call(readIncomingLetter, { letterId: waiting.id });
  const [earlier] = (await officer.call(listIncomingLetters, {})).letters;
  const { institutions } = await officer.call(listInstitutions, { kind: "governorship" });
  if (!earlier || !institutions[0]) throw new Error("the demo has no letter to start from");
  const { subject, body } = await officer.call(readIncomingLetter, { letterId: earlier.id });
  const letterNumber = String(Date.now()).slice(-8);
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Istanbul" }).format();
  return officer.call(registerIncomingLetter, {
    institutionId: institutions[0].id,
    letterOn: today,
    receivedOn: today,
    letterNumber,
    subject,
    body,
    attachments: [],
  });
}

async function signedCircular(officer: Client, chief: Client, director: Client) {
  const draft = await step("incoming → draft", async () => {
    const letter = await waitingLetter(officer);
    const value = await officer.call(distributeIncomingLetter, { letterId: letter.id, version: letter.version });
    return {
      value,
      facts: { letter: letter.letterNumber, references: value.content.references.length, recipients: value.recipients.length },
    };
  });
  const submitted = await step("submit", async () => {
    const value = await officer.call(submitCircular, { circularId: draft.id, version: draft.version });
    return { value, facts: { state: value.state, contentDigest: value.contentDigest } };
  });
  const initialled = await step("initial", async () => {
    const { id: circularId, version, contentDigest } = submitted;
    const value = await chief.call(initialCircular, { circularId, version, contentDigest: contentDigest ?? "" });
    return { value, facts: { state: value.state } };
  });
  const prepared = await step("prepare", async () => {
    const value = await director.call(prepareCircular, { circularId: initialled.id, version: initialled.version });
    const { bytes } = await director.call(readDocument, { circularId: value.id });
    if (digestOf(bytes) !== value.document?.documentDigest) throw new Error("the shown PDF is not the prepared one");
    return { value, facts: { number: value.document.documentNumber, pages: value.document.pages, bytes: bytes.length } };
  });
  return step("sign", async () => {
    const documentDigest = prepared.document?.documentDigest ?? "";
    const value = await director.call(signCircular, { circularId: prepared.id, version: prepared.version, documentDigest });
    return { value, facts: { state: value.state, documentDigest } };
  });
}

/** KEP brings evidence of delivery. An e-mail is handed over and nothing more is known of it; post and hand wait for a person. */
const isOnItsWay = ({ channel, deliveredAt, submittedAt, task }: BoardRow): boolean => {
  if (channel === "kep") return deliveredAt !== null;
  return channel === "email" ? submittedAt !== null : task !== null;
};

async function delivered(officer: Client, circularId: string, total: number) {
  const until = Date.now() + patience;
  for (;;) {
    const board = await officer.call(readRecipientBoard, { circularId });
    const arrived = board.rows.filter(isOnItsWay).length;
    if (arrived === total) return board;
    if (Date.now() > until) throw new Error(`only ${arrived} of ${total} delivered or handed over after ${patience / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Opens the institution's own link, found where its clerk would find it: in the sandbox's mailbox. */
async function linkOf(address: string, documentNumber: string): Promise<string> {
  const provider = process.env.KEP_STATUS_URL;
  if (!provider) throw new Error("KEP_STATUS_URL is not set: run the smoke in the directory of the running demo");
  const answer = await fetch(`${provider}/messages?to=${encodeURIComponent(address)}`);
  const { messages } = (await answer.json()) as { messages: { text: string }[] };
  const text = messages.findLast((message) => message.text.includes(documentNumber))?.text ?? "";
  const link = /https?:\/\/\S+\/acknowledgement\/open\/\S+/.exec(text)?.[0];
  if (!link) throw new Error(`no link in the mailbox of ${address}`);
  return link;
}

type Sent = { circularId: string; documentNumber: string; verificationCode: string; documentDigest: string };

/** A second press of the button with the same key changes nothing. */
async function dispatched(officer: Client, signed: CircularRecord): Promise<void> {
  const input = {
    circularId: signed.id,
    version: signed.version,
    recipientCount: signed.recipients.length,
    duplicateReason: "Deneme gönderimi",
  };
  await step("dispatch", async () => {
    const key = crypto.randomUUID();
    await officer.call(dispatchCircular, input, key);
    const value = await officer.call(dispatchCircular, input, key);
    return { value, facts: { state: value.state, recipients: input.recipientCount } };
  });
}

async function evidenceKept(officer: Client, circularId: string, row: BoardRow): Promise<void> {
  await step("evidence kept", async () => {
    const value = await officer.call(readRecipient, { circularId, recipientId: row.id });
    if (value.evidence.length < 2 || !value.evidence.every(({ intact }) => intact)) throw new Error("evidence is missing or damaged");
    return { value, facts: { recipient: row.name, evidence: value.evidence.length } };
  });
}

async function acknowledged(officer: Client, { circularId, documentNumber }: Sent, row: BoardRow): Promise<void> {
  await step("acknowledge", async () => {
    const clerk = new Client(base);
    await clerk.open(await linkOf(row.address, documentNumber));
    const token = "read from the cookie by the server";
    const { contentDigest } = await clerk.call(readLinkedLetter, { token });
    const value = await clerk.call(acknowledgeCircular, { token, contentDigest, name: "Sınama Memuru", title: "Memur" });
    const { counts } = await officer.call(readRecipientBoard, { circularId });
    if (counts.acknowledged !== 1) throw new Error(`the board counts ${counts.acknowledged} acknowledgements`);
    return { value, facts: { channel: row.channel, acknowledgedAt: value.acknowledged?.at } };
  });
}

async function verified({ verificationCode: code, documentDigest }: Sent): Promise<void> {
  await step("verify", async () => {
    const answer = await call(verifyLetter, { code }, { baseUrl: base });
    const { bytes } = await call(readVerifiedDocument, { code }, { baseUrl: base });
    const sha256 = digestOf(bytes);
    if (answer.kind !== "found" || !answer.signatureValid) throw new Error(`verification answered ${answer.kind}`);
    if (sha256 !== documentDigest) throw new Error("the verified PDF is not the dispatched one");
    const malformed = await call(verifyLetter, { code: "0D5EED01-6CB4-48F0-A016-10F33E7A5SDFC" }, { baseUrl: base });
    if (malformed.kind !== "malformed" || malformed.readings.length === 0)
      throw new Error("the seed letter's malformed code is not diagnosed");
    return { value: answer, facts: { sha256, signatureValid: true, readingsOfMalformedCode: malformed.readings.length } };
  });
}

async function main(): Promise<void> {
  const { mode } = await call(listDemoAccounts, {}, { baseUrl: base });
  if (mode !== "demo") throw new Error(`the smoke needs the demo's accounts; this instance is in ${mode} mode`);
  const officer = await signedIn(base, "memur@aksaray.test");
  const signed = await signedCircular(officer, await signedIn(base, "sef@aksaray.test"), await signedIn(base, "mudur@aksaray.test"));
  if (!signed.document) throw new Error("a signed circular without a document");
  const sent = { circularId: signed.id, ...signed.document };
  const total = signed.recipients.length;
  await dispatched(officer, signed);
  const board = await step("evidence", async () => {
    const value = await delivered(officer, signed.id, total);
    return { value, facts: { ...value.counts } };
  });
  // Only KEP gives evidence; only KEP and e-mail carry the institution's own link.
  const byKep = board.rows.find(({ channel }) => channel === "kep");
  if (byKep) await evidenceKept(officer, signed.id, byKep);
  const row = board.rows.find(({ channel }) => channel === "email") ?? byKep;
  if (!row) throw new Error("nobody is reached by KEP or e-mail");
  await acknowledged(officer, sent, row);
  await verified(sent);
  const { state } = await officer.call(readCircular, { circularId: signed.id });
  console.log(JSON.stringify({ step: "done", ok: true, state, delivered: `${board.counts.delivered} of ${total}` }));
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
