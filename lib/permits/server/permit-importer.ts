import { env } from "../../platform/config/env.ts";
import { type FieldCipher, openFieldCipher } from "../../platform/crypto/field-cipher.ts";
import type { Bulk } from "../../platform/db/bulk.ts";
import { installationMode } from "../../platform/db/installation-mode.ts";
import { idsOf } from "../../platform/db/made-ids.ts";
import type { RowScope } from "../../platform/db/transaction.ts";
import type { Cells } from "../../platform/import/column.ts";
import type { ImportContext, NumberedRow, ParsedRow, RowReader } from "../../platform/import/importer.ts";
import type { Change, Judged } from "../../platform/import/verdict.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { type PermitCells, type RowFrame, type UnderstoodRow, understandRow } from "../import-row.ts";
import { personKeyOf } from "../person-key.ts";
import { changedKeys, changesOf, fixedFaults, mirrorChangesOf } from "./import-changes.ts";
import {
  type ExistingApplication,
  type ExistingPermit,
  findApplications,
  findPermits,
  findTerms,
  type KnownTerm,
} from "./import-repository.ts";
import { type Term, TermBook } from "./import-terms.ts";
import { packed } from "./import-values.ts";

/** A reader of rows for one run: sealed identities, remembered words, and what the records already say. */
export async function openPermitRows({ db, actor, now }: ImportContext): Promise<RowReader> {
  const cipher = await openFieldCipher(db, env.DATA_KEY);
  const isProduction = (await installationMode(db)) === "production";
  const frame: RowFrame = { provinceId: actor.provinceId, today: localDateOf(now), isProduction };
  const tools: Tools = { scope: db.scope, cipher, terms: new TermBook(), nextId: idsOf(now) };
  return {
    parseRow: (cells) => parsed(cells, frame),
    lookUp: (records, rows) => lookedUp(records, rows, tools),
  };
}

function parsed(cells: Cells, frame: RowFrame): ParsedRow {
  const { row, faults } = understandRow(cells, frame);
  const key = cells.number || cells.applicationNumber || "";
  if (faults.length > 0) return { read: null, key, faults };
  const summary = row.permit ? `${row.permit.givenNames} ${row.permit.surname}` : `Başvuru ${row.application?.number ?? ""}`;
  return { read: { key, summary, values: row }, faults: null };
}

type Tools = { scope: RowScope; cipher: FieldCipher; terms: TermBook; nextId(): string };
type Known = { known: ExistingPermit | undefined; mirror: ExistingApplication | undefined; personKey: string; held: readonly KnownTerm[] };

async function lookedUp(records: Bulk, rows: readonly NumberedRow[], tools: Tools): Promise<() => Judged[]> {
  const understood = rows.map(({ read }) => read.values as UnderstoodRow);
  const known = await recordsOf(records, understood, tools);
  return () => rows.map(({ rowNumber }, index) => judgedRow(understood[index] as UnderstoodRow, rowNumber, known[index] as Known, tools));
}

const nothingHeld: readonly KnownTerm[] = [];

/** What the records say of each row: its permit, its application, and whatever else its person holds. */
async function recordsOf(records: Bulk, rows: UnderstoodRow[], { scope, cipher }: Tools): Promise<Known[]> {
  const numbers = rows.flatMap(({ permit }) => permit?.number ?? []);
  const applicationNumbers = rows.flatMap(({ application }) => application?.number ?? []);
  const asked = records.run([findPermits(scope, numbers), findApplications(scope, applicationNumbers)]);
  const ownKeys = rows.map(({ permit }) => (permit ? personKeyOf(cipher, permit) : ""));
  const [foundPermits, foundApplications] = (await asked) as [ExistingPermit[], ExistingApplication[]];
  const permits = new Map(foundPermits.map((permit) => [permit.number, permit]));
  const applications = new Map(foundApplications.map((application) => [application.number, application]));
  const found = rows.map(({ permit, application }, index) => {
    const known = permit ? permits.get(permit.number) : undefined;
    const mirror = application ? applications.get(application.number) : undefined;
    return { known, mirror, personKey: known?.personKey ?? ownKeys[index] ?? "" };
  });
  const [terms] = await records.run([
    findTerms(
      scope,
      found.flatMap(({ personKey }) => personKey || []),
    ),
  ]);
  const held = Map.groupBy(terms as KnownTerm[], ({ personKey }) => personKey);
  return found.map((one) => ({ ...one, held: held.get(one.personKey) ?? nothingHeld }));
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
  if (!isNew && changes.length === 0) return { outcome: "same" };
  const id = known?.id ?? tools.nextId();
  if (permit) {
    const others = held.filter((other) => other.id !== id);
    const clash = tools.terms.clash(termOf(permit, records.personKey), { id, number: permit.number, rowNumber }, others);
    if (clash) return invalid("validFrom", clash);
  }
  const { personKey } = records;
  const changed = changedKeys(permitChanges);
  const values = packed({ row, id, personKey, predecessorId: follows?.id ?? null, version: known?.version ?? null, changed });
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
