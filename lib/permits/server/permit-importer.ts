import { env } from "../../platform/config/env.ts";
import { type FieldCipher, openFieldCipher } from "../../platform/crypto/field-cipher.ts";
import { installationMode } from "../../platform/db/installation-mode.ts";
import type { Db } from "../../platform/db/transaction.ts";
import type { Cells } from "../../platform/import/column.ts";
import type { Change, ImportContext, Judged, NumberedRow, ParsedRow, RowReader } from "../../platform/import/importer.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { type PermitCells, type RowFrame, type UnderstoodRow, understandRow } from "../import-row.ts";
import { personKeyOf } from "../person-key.ts";
import { changesOf, fixedFaults, mirrorChangesOf } from "./import-changes.ts";
import {
  type ExistingApplication,
  type ExistingPermit,
  findApplications,
  findPermits,
  findTerms,
  type KnownTerm,
} from "./import-repository.ts";
import { type Term, TermBook } from "./import-terms.ts";
import { idsOf, type ValueTools, valuesOf, wordBook } from "./import-values.ts";

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

type Tools = ValueTools & { terms: TermBook; nextId(): string };
type Known = { known: ExistingPermit | undefined; mirror: ExistingApplication | undefined; personKey: string; held: readonly KnownTerm[] };

async function judged(db: Db, rows: NumberedRow[], tools: Tools): Promise<Judged[]> {
  const understood = rows.map(({ read }) => read.values as UnderstoodRow);
  const known = await recordsOf(db, understood, tools.cipher);
  return rows.map(({ rowNumber }, index) => judgedRow(understood[index] as UnderstoodRow, rowNumber, known[index] as Known, tools));
}

/** What the records say of each row: its permit, its application, and whatever else its person holds. */
async function recordsOf(db: Db, rows: UnderstoodRow[], cipher: FieldCipher): Promise<Known[]> {
  const numbers = rows.flatMap(({ permit }) => permit?.number ?? []);
  const applicationNumbers = rows.flatMap(({ application }) => application?.number ?? []);
  const permits = new Map((await findPermits(db, numbers)).map((permit) => [permit.number, permit]));
  const applications = new Map((await findApplications(db, applicationNumbers)).map((application) => [application.number, application]));
  const found = rows.map(({ permit, application }) => {
    const known = permit ? permits.get(permit.number) : undefined;
    const personKey = known?.personKey ?? (permit ? personKeyOf(cipher, permit) : "");
    return { known, mirror: application ? applications.get(application.number) : undefined, personKey };
  });
  const persons = found.flatMap(({ personKey }) => personKey || []);
  const held = Map.groupBy(await findTerms(db, persons), ({ personKey }) => personKey);
  return found.map((one) => ({ ...one, held: held.get(one.personKey) ?? [] }));
}

const invalid = (column: string, message: string): Judged => ({ outcome: "invalid", faults: [{ column, message }] });

function judgedRow(row: UnderstoodRow, rowNumber: number, records: Known, tools: Tools): Judged {
  const { permit, provinceId } = row;
  const { known, mirror, held } = records;
  if (known && known.provinceId !== provinceId)
    return invalid("province", "İzin başka bir ilin kaydında; il devirle değişir, aktarımla değişmez.");
  const faults = permit && known ? fixedFaults(permit, known, tools.cipher) : [];
  if (faults.length > 0) return { outcome: "invalid", faults };
  const permitChanges = permit && known ? changesOf(permit, known) : [];
  if (known && known.status !== "registered" && permitChanges.length > 0)
    return invalid("number", "Bu izin sona erdirilmiş; aktarımla değiştirilemez.");
  const follows = permit ? predecessorOf(permit, records, tools.terms) : null;
  if (follows?.fault) return invalid("predecessorNumber", follows.fault);
  const changes = [...permitChanges, ...mirrorChanges(row, records)];
  const isNew = permit ? !known : !mirror;
  if (!isNew && changes.length === 0) return { outcome: "same", values: {}, changes: [] };
  const id = known?.id ?? tools.nextId();
  if (permit) {
    const others = held.filter((other) => other.id !== id);
    const clash = tools.terms.clash(termOf(permit, records.personKey), { id, number: permit.number, rowNumber }, others);
    if (clash) return invalid("validFrom", clash);
  }
  const belonging = { known, personKey: records.personKey, id, predecessorId: follows?.id ?? null };
  const values = valuesOf(row, belonging, permitChanges, tools);
  return isNew ? { outcome: "new", values, changes: [] } : { outcome: "changed", values, changes };
}

function mirrorChanges({ application }: UnderstoodRow, { known, mirror }: Known): Change[] {
  if (!application) return [];
  if (mirror) return mirrorChangesOf(application, mirror);
  return known ? [{ label: "Başvuru no", before: null, after: application.number }] : [];
}

/** P5: an extension follows an earlier permit of the same person, in the records or above it in the file. */
function predecessorOf(permit: PermitCells, { known, personKey, held }: Known, terms: TermBook): { id: string; fault?: string } | null {
  const number = permit.predecessorNumber;
  if (!number) return null;
  const found = held.find((one) => one.number === number) ?? terms.find(personKey, number);
  if (!found) return { id: "", fault: "Bu numarada izin yok: ne kişinin kayıtlarında ne dosyanın önceki satırlarında." };
  if (known && known.predecessorId !== found.id) return { id: "", fault: "Kayıttakinden farklı; önceki izin aktarımla değişmez." };
  if (found.from >= permit.validFrom) return { id: "", fault: "Uzatma, önceki iznin başlangıcından sonra başlar." };
  return { id: found.id };
}

const termOf = ({ kind, employerTaxNumber, validFrom, validTo }: PermitCells, personKey: string): Term => ({
  personKey,
  kind,
  taxNumber: employerTaxNumber,
  from: validFrom,
  to: validTo,
});
