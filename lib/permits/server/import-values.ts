// What the commit of an import reads: each row in the shape of the tables, identities sealed already.
import { randomBytes } from "node:crypto";
import type { FieldCipher } from "../../platform/crypto/field-cipher.ts";
import type { Change } from "../../platform/import/importer.ts";
import type { PermitCells, UnderstoodRow } from "../import-row.ts";
import { employerTokensOf, wordsOf } from "../name-tokens.ts";
import { foreignerIdIndex, passportIndex } from "../person-key.ts";
import { labelOf } from "./import-changes.ts";
import type { ExistingPermit } from "./import-repository.ts";

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

/** The record a row names, or the id of the one it makes; whose it is, and which one it follows. */
export type Belonging = { known: ExistingPermit | undefined; personKey: string; id: string; predecessorId: string | null };
export type ValueTools = { cipher: FieldCipher; words: WordBook };

export function valuesOf(
  { provinceId, permit, application }: UnderstoodRow,
  { known, personKey, id, predecessorId }: Belonging,
  changes: Change[],
  tools: ValueTools,
): Record<string, unknown> {
  if (!permit) return { provinceId, application };
  const { employerTaxNumber, employerTitle, workplaceNumber, sector, sizeBand } = permit;
  const employer = employerTaxNumber
    ? { taxNumber: employerTaxNumber, workplaceNumber, title: employerTitle, sector, sizeBand, tokens: tools.words.ofTitle(employerTitle) }
    : null;
  const columns = {
    kind: permit.kind,
    sector,
    sizeBand,
    occupation: permit.occupation,
    validFrom: permit.validFrom,
    validTo: permit.validTo,
  };
  const told = { ...columns, employerTaxNumber, annotations: permit.annotations };
  const common = { provinceId, employer, application };
  if (known) {
    const labels = new Set(changes.map(({ label }) => label));
    const change = Object.fromEntries(Object.entries(told).filter(([key]) => labels.has(labelOf(key))));
    const hasChange = changes.length > 0;
    return { ...common, id: known.id, version: known.version, personKey: known.personKey, permit: told, change, hasChange };
  }
  return { ...common, id, personKey, ...newPermit({ ...permit, personKey, predecessorId }, told, provinceId, tools) };
}

type NewPermit = PermitCells & Pick<Belonging, "personKey" | "predecessorId">;

function newPermit(permit: NewPermit, told: object, provinceId: number, { cipher, words }: ValueTools): Record<string, unknown> {
  const { givenNames, surname, sex, nationality, birthOn, foreignerId, passport, address, number, personKey, predecessorId } = permit;
  const identity = {
    birthOn,
    foreignerId: foreignerId && base64(cipher.seal("foreigner_id", foreignerId)),
    foreignerIdIndex: foreignerId && base64(foreignerIdIndex(cipher, foreignerId)),
    passport: passport && base64(cipher.seal("passport", passport)),
    passportIndex: passport && base64(passportIndex(cipher, passport)),
    address: address && base64(cipher.seal("address", address)),
    keyId: cipher.keyId,
  };
  const person = { givenNames, surname, sex, nationality, birthYear: birthOn ? Number(birthOn.slice(0, 4)) : null, personKey };
  const rest = { otherProvinces: [], endedOn: null, predecessorId, isDemo: false };
  return {
    tokens: words.ofName(`${givenNames} ${surname}`),
    permit: { ...person, ...told, ...rest, number, status: "registered", provinceId },
    identity,
  };
}

/** Ids as `uuidv7()` of the database makes them, one after another: rows of one run are added at the end of every index. */
export function idsOf(now: Date): () => string {
  const time = now.getTime().toString(16).padStart(12, "0");
  const run = randomBytes(6).toString("hex");
  let serial = 0;
  return () => {
    serial += 1;
    const counter = serial.toString(16).padStart(6, "0");
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.slice(0, 3)}-8${counter.slice(3)}-${run}`;
  };
}

/** The same titles and the same words of names come again and again in a file. */
export function wordBook(): WordBook {
  const words = new Map<string, string[]>();
  const titles = new Map<string, string[]>();
  return {
    ofName: (name) => [
      ...new Set(name.split(/\s+/).flatMap((word) => remembered(words, word, () => wordsOf(word).map(({ folded }) => folded)))),
    ],
    ofTitle: (title) => remembered(titles, title, () => employerTokensOf(title)),
  };
}

function remembered(known: Map<string, string[]>, text: string, make: () => string[]): string[] {
  const found = known.get(text) ?? make();
  if (known.size < 50_000) known.set(text, found);
  return found;
}

type WordBook = { ofName(name: string): string[]; ofTitle(title: string): string[] };
