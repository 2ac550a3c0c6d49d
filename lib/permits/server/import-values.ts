// A row that the dry run has staged, and the same in the shape of the tables: identities sealed, words by their numbers.
import type { FieldCipher } from "../../platform/crypto/field-cipher.ts";
import { copyLine } from "../../platform/db/copy-text.ts";
import type { StagedValues } from "../../platform/import/importer.ts";
import type { ApplicationCells, PermitCells, UnderstoodRow } from "../import-row.ts";
import { employerTokensOf, wordsOf } from "../name-tokens.ts";
import { foreignerIdIndex, passportIndex } from "../person-key.ts";

/** What a row says, whose it is, the record it makes or the version of the one it changes, and which one it follows. */
export type StagedPermit = {
  row: UnderstoodRow;
  id: string;
  personKey: string;
  predecessorId: string | null;
  version: number | null;
  changed: string[];
};

// Staged without its names, which are the same in every row: they were half of what a dry run spelled, sealed and sent.
const permitPlaces: Record<keyof PermitCells, true> = {
  ...({ number: true, kind: true, givenNames: true, surname: true, sex: true, nationality: true, birthOn: true } as const),
  ...({ foreignerId: true, passport: true, address: true, employerTaxNumber: true, employerTitle: true } as const),
  ...({ workplaceNumber: true, sector: true, sizeBand: true, occupation: true, validFrom: true, validTo: true } as const),
  ...({ annotations: true, predecessorNumber: true } as const),
};
const applicationPlaces: Record<keyof ApplicationCells, true> = {
  ...({ number: true, submittedOn: true, decidedOn: true, outcome: true, type: true, kind: true, nationality: true } as const),
  ...({ sex: true, birthYear: true, sector: true, occupation: true, education: true, sizeBand: true } as const),
};
const permitKeys = Object.keys(permitPlaces) as (keyof PermitCells)[];
const applicationKeys = Object.keys(applicationPlaces) as (keyof ApplicationCells)[];

type Packed = Omit<StagedPermit, "row"> & { provinceId: number; permit: unknown[] | null; application: unknown[] | null };

export const packed = ({ row: { provinceId, permit, application }, ...rest }: StagedPermit): Packed => ({
  ...rest,
  provinceId,
  permit: permit && permitKeys.map((key) => permit[key]),
  application: application && applicationKeys.map((key) => application[key]),
});

function unpacked({ provinceId, permit, application, ...rest }: Packed): StagedPermit {
  const row = {
    provinceId,
    permit: named<PermitCells>(permitKeys, permit),
    application: named<ApplicationCells>(applicationKeys, application),
  };
  return { ...rest, row };
}

const named = <Named>(keys: readonly (keyof Named & string)[], values: unknown[] | null): Named | null =>
  values && (Object.fromEntries(keys.map((key, index) => [key, values[index]])) as Named);

export type TakenRow = { rowNumber: number; isNew: boolean; staged: StagedPermit };
export const takenRow = ({ rowNumber, isNew, values }: StagedValues): TakenRow => ({
  rowNumber,
  isNew,
  staged: unpacked(values as Packed),
});

/** One run's tools: what seals, words as the database numbers them, and which employers have been told. */
export type LineTools = {
  cipher: FieldCipher;
  words: WordBook;
  idOfWord(folded: string): number;
  employers: Set<string>;
};

/** The columns of the transaction's own table, in the order of {@link lineOf}. */
export const takingColumns = [
  ...["row_number int", "is_new boolean", "id uuid", "province_id smallint", "version int", "person_key uuid", "predecessor_id uuid"],
  ...["kind text", "sex text", "nationality text", "birth_year smallint", "sector text", "size_band text", "occupation text"],
  ...["number text", "given_names text", "surname text", "valid_from date", "valid_to date", "annotations text[]"],
  ...["tax_number text", "workplace_number text", "employer_title text", "employer_tokens int[]"],
  ...[
    "birth_on date",
    "foreigner_id bytea",
    "foreigner_id_index bytea",
    "passport bytea",
    "passport_index bytea",
    "address bytea",
    "key_id smallint",
  ],
  ...["change jsonb", "tokens int[]"],
  ...[
    "application_number text",
    "is_application_told boolean",
    "submitted_on date",
    "decided_on date",
    "outcome text",
    "type text",
    "education text",
  ],
];

/** `isApplicationTold` at the last row of a piece that speaks of its application. */
export function lineOf({ rowNumber, isNew, staged }: TakenRow, isApplicationTold: boolean, tools: LineTools): string {
  const { row, id, personKey, predecessorId, version } = staged;
  const { provinceId, permit, application } = row;
  const common = permit ?? application;
  if (!common) throw new Error(`row ${rowNumber} was staged without a permit and without an application`);
  const birthYear = application ? application.birthYear : yearOf(permit?.birthOn ?? null);
  const { kind, sex, nationality, sector, sizeBand, occupation } = common;
  return copyLine([
    ...[rowNumber, isNew, id, provinceId, version, personKey || null, predecessorId],
    ...[kind, sex, nationality, birthYear, sector, sizeBand, occupation],
    ...(permit ? permitValues(permit, staged, isNew, tools) : noPermit),
    ...(application
      ? [application.number, isApplicationTold, application.submittedOn, application.decidedOn, application.outcome]
      : [null, false, null, null, null]),
    ...(application ? [application.type, application.education] : [null, null]),
  ]);
}

const yearOf = (birthOn: string | null): number | null => (birthOn ? Number(birthOn.slice(0, 4)) : null);

function permitValues(permit: PermitCells, staged: StagedPermit, isNew: boolean, tools: LineTools) {
  const { number, givenNames, surname, validFrom, validTo, annotations, employerTaxNumber, workplaceNumber } = permit;
  const sealed = isNew ? sealedOf(permit, tools.cipher) : noIdentity;
  const tokens = isNew ? tools.words.ofName(`${givenNames} ${surname}`).map(tools.idOfWord) : null;
  const change = isNew ? created(permit, staged, sealed) : amended(permit, staged);
  return [
    ...[number, givenNames, surname, validFrom, validTo, annotations],
    ...[employerTaxNumber, workplaceNumber, ...employerOf(permit, staged.row.provinceId, tools)],
    ...[permit.birthOn, sealed.foreignerId, sealed.foreignerIdIndex, sealed.passport, sealed.passportIndex, sealed.address, sealed.keyId],
    ...[JSON.stringify(change), tokens],
  ];
}
const noPermit = Array.from({ length: 19 }, () => null);

/** Title and words of an employer that the run has not told yet. */
function employerOf({ employerTaxNumber, workplaceNumber, employerTitle }: PermitCells, provinceId: number, tools: LineTools) {
  const key = `${provinceId} ${employerTaxNumber} ${workplaceNumber}`;
  if (!employerTaxNumber || tools.employers.has(key)) return [null, null];
  tools.employers.add(key);
  return [employerTitle, tools.words.ofTitle(employerTitle).map(tools.idOfWord)];
}

type SealedIdentity = Record<"foreignerId" | "foreignerIdIndex" | "passport" | "passportIndex" | "address", Uint8Array | null> & {
  keyId: number | null;
};
const noIdentity: SealedIdentity = {
  ...{ foreignerId: null, foreignerIdIndex: null, passport: null, passportIndex: null, address: null },
  keyId: null,
};

const sealedOf = ({ foreignerId, passport, address }: PermitCells, cipher: FieldCipher): SealedIdentity => ({
  foreignerId: foreignerId ? cipher.seal("foreigner_id", foreignerId) : null,
  foreignerIdIndex: foreignerId ? foreignerIdIndex(cipher, foreignerId) : null,
  passport: passport ? cipher.seal("passport", passport) : null,
  passportIndex: passport ? passportIndex(cipher, passport) : null,
  address: address ? cipher.seal("address", address) : null,
  keyId: cipher.keyId,
});

const base64 = (bytes: Uint8Array | null): string | null => (bytes ? Buffer.from(bytes).toString("base64") : null);

/** Folding the events gives the row again: the first holds every column, the database adds what it links to. */
function created(permit: PermitCells, { row, personKey, predecessorId }: StagedPermit, sealed: SealedIdentity): object {
  const { number, givenNames, surname, sex, nationality, birthOn } = permit;
  const identity = {
    ...{
      birthOn,
      foreignerId: base64(sealed.foreignerId),
      foreignerIdIndex: base64(sealed.foreignerIdIndex),
      passport: base64(sealed.passport),
    },
    ...{ passportIndex: base64(sealed.passportIndex), address: base64(sealed.address), keyId: sealed.keyId },
  };
  return {
    ...{ givenNames, surname, sex, nationality, birthYear: yearOf(birthOn), personKey },
    ...toldColumns(permit),
    ...{
      otherProvinces: [],
      endedOn: null,
      predecessorId,
      isDemo: false,
      number,
      status: "registered",
      provinceId: row.provinceId,
      identity,
    },
  };
}

const amended = (permit: PermitCells, { changed }: StagedPermit): object =>
  Object.fromEntries(Object.entries(toldColumns(permit)).filter(([key]) => changed.includes(key)));

const toldColumns = ({ kind, sector, sizeBand, occupation, validFrom, validTo, employerTaxNumber, annotations }: PermitCells) => ({
  ...{ kind, sector, sizeBand, occupation, validFrom, validTo, employerTaxNumber, annotations },
});

/** Every word that the rows' names and employers are found by. */
export const wordsIn = (rows: readonly TakenRow[], words: WordBook): string[] =>
  rows.flatMap(({ isNew, staged: { row } }) => {
    const { permit } = row;
    if (!permit) return [];
    const title = permit.employerTaxNumber ? words.ofTitle(permit.employerTitle) : [];
    return isNew ? [...words.ofName(`${permit.givenNames} ${permit.surname}`), ...title] : title;
  });

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
