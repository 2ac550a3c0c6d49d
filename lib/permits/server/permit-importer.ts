import { randomBytes } from "node:crypto";
import { env } from "../../platform/config/env.ts";
import { type FieldCipher, openFieldCipher } from "../../platform/crypto/field-cipher.ts";
import { installationMode } from "../../platform/db/installation-mode.ts";
import { localDate } from "../../platform/db/local-date.ts";
import type { Db } from "../../platform/db/transaction.ts";
import type { CellFault, Cells } from "../../platform/import/column.ts";
import type { Change, ImportContext, Judged, NumberedRow, ParsedRow, RowReader } from "../../platform/import/importer.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { importColumns } from "../import-columns.ts";
import { type ApplicationCells, type PermitCells, type RowFrame, type UnderstoodRow, understandRow } from "../import-row.ts";
import { employerTokensOf, wordsOf } from "../name-tokens.ts";
import { foreignerIdIndex, passportIndex, personKeyOf } from "../person-key.ts";
import { type ExistingApplication, type ExistingPermit, findApplications, findPermits, findTerms } from "./import-repository.ts";
import { type Term, TermBook } from "./import-terms.ts";

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

/** A reader of rows for one run: sealed identities, remembered words, and what the records already say. */
export async function openPermitRows({ db, actor, now }: ImportContext): Promise<RowReader> {
  const cipher = await openFieldCipher(db, env.DATA_KEY);
  const isProduction = (await installationMode(db)) === "production";
  const frame: RowFrame = { provinceId: actor.provinceId, today: localDateOf(now), isProduction };
  const tools: Tools = { cipher, words: wordBook(), terms: new TermBook(), nextId: idsOf(now) };
  return {
    parseRow: (cells) => parsed(cells, frame),
    judge: async (scope, rows) => judged(scope, rows, tools),
  };
}

function parsed(cells: Cells, frame: RowFrame): ParsedRow {
  const { row, faults } = understandRow(cells, frame);
  const key = cells.number || cells.applicationNumber || "";
  if (faults.length > 0) return { read: null, key, faults };
  const summary = row.permit ? `${row.permit.givenNames} ${row.permit.surname}` : `Başvuru ${row.application?.number ?? ""}`;
  return { read: { key, summary, values: row }, faults: null };
}

/** The same titles and the same words of names come again and again in a file. */
function wordBook(): WordBook {
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
type Tools = { cipher: FieldCipher; words: WordBook; terms: TermBook; nextId(): string };

async function judged(db: Db, rows: NumberedRow[], tools: Tools): Promise<Judged[]> {
  const understood = rows.map(({ read }) => read.values as UnderstoodRow);
  const numbers = understood.flatMap(({ permit }) => (permit ? [permit.number] : []));
  const applicationNumbers = understood.flatMap(({ application }) => (application ? [application.number] : []));
  const permits = new Map((await findPermits(db, numbers)).map((permit) => [permit.number, permit]));
  const applications = new Map((await findApplications(db, applicationNumbers)).map((application) => [application.number, application]));
  const found = understood.map(({ permit, application }) => {
    const known = permit ? permits.get(permit.number) : undefined;
    const personKey = known?.personKey ?? (permit && personKeyOf(tools.cipher, permit));
    return { known, mirror: application ? applications.get(application.number) : undefined, personKey };
  });
  const persons = found.flatMap(({ personKey }) => personKey ?? []);
  const held = Map.groupBy(await findTerms(db, persons), ({ personKey }) => personKey);
  return rows.map(({ rowNumber }, index) => {
    const row = understood[index] as UnderstoodRow;
    const records = found[index] as Known;
    const verdict = judgedRow(row, records, tools);
    if (!row.permit || verdict.outcome === "invalid" || verdict.outcome === "same") return verdict;
    const others = held.get(records.personKey ?? "")?.filter(({ id }) => id !== records.known?.id) ?? [];
    const clash = tools.terms.clash(termOf(row.permit, records.personKey ?? ""), rowNumber, others);
    return clash ? { outcome: "invalid", faults: [{ column: "validFrom", message: clash }] } : verdict;
  });
}

const termOf = ({ kind, employerTaxNumber, validFrom, validTo }: PermitCells, personKey: string): Term => ({
  personKey,
  kind,
  taxNumber: employerTaxNumber,
  from: validFrom,
  to: validTo,
});

type Known = { known: ExistingPermit | undefined; mirror: ExistingApplication | undefined; personKey: string | null | undefined };

function judgedRow(row: UnderstoodRow, { known, mirror, personKey }: Known, tools: Tools): Judged {
  const { permit, application, provinceId } = row;
  if (known && known.provinceId !== provinceId) {
    return {
      outcome: "invalid",
      faults: [{ column: "province", message: "İzin başka bir ilin kaydında; il devirle değişir, aktarımla değişmez." }],
    };
  }
  const faults = permit && known ? fixedFaults(permit, known, tools.cipher) : [];
  if (faults.length > 0) return { outcome: "invalid", faults };
  const permitChanges = permit && known ? changesOf(permit, known) : [];
  if (known && known.status !== "registered" && permitChanges.length > 0) {
    return { outcome: "invalid", faults: [{ column: "number", message: "Bu izin sona erdirilmiş; aktarımla değiştirilemez." }] };
  }
  const mirrorChanges = application && mirror ? mirrorChangesOf(application, mirror) : [];
  const isNew = permit ? !known : !mirror;
  const gainsMirror = Boolean(known && application && !mirror);
  const changes = [
    ...permitChanges,
    ...mirrorChanges,
    ...(gainsMirror ? [{ label: "Başvuru no", before: null, after: application?.number ?? null }] : []),
  ];
  if (!isNew && changes.length === 0) return { outcome: "same", values: {}, changes: [] };
  const values = valuesOf(row, { known, personKey }, permitChanges, tools);
  return isNew ? { outcome: "new", values, changes: [] } : { outcome: "changed", values, changes };
}

const labelOf = (key: string): string => importColumns.find((column) => column.key === key)?.label ?? key;

/** P7: personal data change by a command with reason and evidence, never by a file; so does the kind. */
function fixedFaults(permit: PermitCells, known: ExistingPermit, cipher: FieldCipher): CellFault[] {
  const { identity } = known;
  const opened = (field: string, sealed: Uint8Array | null | undefined) =>
    sealed && identity ? cipher.open(field, sealed, identity.keyId) : null;
  const isOther = (index: Uint8Array, stored: Uint8Array | null | undefined) => !stored || base64(index) !== base64(stored);
  const different: string[] = [];
  for (const key of ["givenNames", "surname", "sex", "nationality", "kind"] as const) if (permit[key] !== known[key]) different.push(key);
  if (permit.birthOn && permit.birthOn !== (identity?.birthOn ? localDate(identity.birthOn) : null)) different.push("birthOn");
  if (permit.foreignerId && isOther(foreignerIdIndex(cipher, permit.foreignerId), identity?.foreignerIdIndex))
    different.push("foreignerId");
  if (permit.passport && isOther(passportIndex(cipher, permit.passport), identity?.passportIndex)) different.push("passport");
  if (permit.address && permit.address !== opened("address", identity?.address)) different.push("address");
  const message = "Kayıttakinden farklı. Kişi bilgileri ve tür aktarımla değişmez; kayıtta gerekçe ve delille düzeltin.";
  return different.map((column) => ({ column, message }));
}

function changesOf(permit: PermitCells, known: ExistingPermit): Change[] {
  const now: Record<string, string | null> = {
    employerTaxNumber: known.employerTaxNumber,
    sector: known.sector,
    sizeBand: known.sizeBand,
    occupation: known.occupation,
    validFrom: localDate(known.validFrom),
    validTo: known.validTo ? localDate(known.validTo) : null,
    annotations: known.annotations.join(" | ") || null,
  };
  const then: typeof now = { ...permit, annotations: permit.annotations.join(" | ") || null } as unknown as typeof now;
  return Object.keys(now)
    .filter((key) => (then[key] ?? null) !== (now[key] ?? null))
    .map((key) => ({ label: labelOf(key), before: now[key] ?? null, after: then[key] ?? null }));
}

function mirrorChangesOf(application: ApplicationCells, mirror: ExistingApplication): Change[] {
  const stored: Record<string, string | null> = {
    submittedOn: localDate(mirror.submittedOn),
    decidedOn: mirror.decidedOn ? localDate(mirror.decidedOn) : null,
    outcome: mirror.outcome,
    applicationType: mirror.type,
    education: mirror.education,
  };
  const told: typeof stored = { ...application, applicationType: application.type } as unknown as typeof stored;
  return Object.keys(stored)
    .filter((key) => (told[key] ?? null) !== (stored[key] ?? null))
    .map((key) => ({ label: labelOf(key), before: stored[key] ?? null, after: told[key] ?? null }));
}

/** What the commit writes, in the shape of the tables, identities sealed already. */
function valuesOf(
  { provinceId, permit, application }: UnderstoodRow,
  { known, personKey }: Pick<Known, "known" | "personKey">,
  changes: Change[],
  tools: Tools,
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
  return { ...common, id: tools.nextId(), personKey, ...newPermit({ ...permit, personKey }, told, provinceId, tools) };
}

type NewPermit = PermitCells & { personKey: string | null | undefined };

function newPermit(permit: NewPermit, told: object, provinceId: number, { cipher, words }: Tools): Record<string, unknown> {
  const { givenNames, surname, sex, nationality, birthOn, foreignerId, passport, address, number, personKey } = permit;
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
  const rest = { otherProvinces: [], endedOn: null, predecessorId: null, isDemo: false };
  return {
    tokens: words.ofName(`${givenNames} ${surname}`),
    permit: { ...person, ...told, ...rest, number, status: "registered", provinceId },
    identity,
  };
}

/** Ids as `uuidv7()` of the database makes them, one after another: rows of one run are added at the end of every index. */
function idsOf(now: Date): () => string {
  const time = now.getTime().toString(16).padStart(12, "0");
  const run = randomBytes(6).toString("hex");
  let serial = 0;
  return () => {
    serial += 1;
    const counter = serial.toString(16).padStart(6, "0");
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.slice(0, 3)}-8${counter.slice(3)}-${run}`;
  };
}
