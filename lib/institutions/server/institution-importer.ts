import type { Bulk } from "../../platform/db/bulk.ts";
import { idsOf } from "../../platform/db/made-ids.ts";
import type { RowScope } from "../../platform/db/transaction.ts";
import type { CellFault, Cells } from "../../platform/import/column.ts";
import type { ImportContext, NumberedRow, ParsedRow, RowReader } from "../../platform/import/importer.ts";
import type { Judged } from "../../platform/import/verdict.ts";
import { provinceName } from "../../platform/locale/provinces.ts";
import { DirectoryBook } from "../directory-book.ts";
import { changesOf, toldState } from "../institution-import-change.ts";
import { matchedInstitution, RowBook, type RowMatch } from "../institution-import-match.ts";
import { type InstitutionCells, type InstitutionFrame, understandInstitution } from "../institution-import-row.ts";
import { findKnown, type KnownInstitution, listEntries, type StagedInstitution } from "./import-repository.ts";
import { findAddressRule } from "./repository.ts";

/** A reader of rows for one run: the directory's names, and what the file has said so far. */
export async function openInstitutionRows({ db, actor, now }: ImportContext): Promise<RowReader> {
  const frame: InstitutionFrame = { provinceId: actor.provinceId, addressRule: await findAddressRule(db) };
  const tools: Tools = { scope: db.scope, directory: new DirectoryBook(await listEntries(db)), rows: new RowBook(), nextId: idsOf(now) };
  return {
    parseRow: (cells) => parsed(cells, frame),
    lookUp: (records, rows) => lookedUp(records, rows, tools),
  };
}

type Tools = { scope: RowScope; directory: DirectoryBook; rows: RowBook; nextId(): string };

function parsed(cells: Cells, frame: InstitutionFrame): ParsedRow {
  const { row, faults } = understandInstitution(cells, frame);
  const key = cells.name || cells.detsisNumber || "";
  if (faults.length > 0) return { read: null, key, faults };
  const summary = [provinceName(row.provinceId), row.district, row.detsisNumber && `DETSİS ${row.detsisNumber}`]
    .filter(Boolean)
    .join(" · ");
  return { read: { key, summary, values: row }, faults: null };
}

async function lookedUp(
  records: Bulk,
  rows: readonly NumberedRow[],
  { scope, directory, rows: book, nextId }: Tools,
): Promise<() => Judged[]> {
  const told = rows.map(({ rowNumber, read }) => ({ rowNumber, row: read.values as InstitutionCells }));
  const matches = told.map(({ row }) => matchedInstitution(row, directory));
  const ids = matches.flatMap(({ id }) => id ?? []);
  const [found = []] = ids.length > 0 ? await records.run([findKnown(scope, ids)]) : [];
  const known = new Map((found as KnownInstitution[]).map((institution) => [institution.id, institution]));
  return () =>
    told.map(({ row, rowNumber }, index) => {
      const match = matches[index] as RowMatch;
      if (match.fault) return refused("invalid", match.fault);
      const verdict = judged(row, match.id === null ? null : (known.get(match.id) ?? null), nextId);
      // Only a sound row is what a later one repeats.
      const again = verdict.outcome === "invalid" ? null : book.repeated(row, match.id, rowNumber);
      return again ? refused("duplicate", again) : verdict;
    });
}

const refused = (outcome: "invalid" | "duplicate", ...faults: CellFault[]): Judged => ({ outcome, faults });

function judged(row: InstitutionCells, known: KnownInstitution | null, nextId: () => string): Judged {
  const { state, faults } = toldState(row, known);
  if (faults) return refused("invalid", ...faults);
  const { provinceId } = row;
  if (!known) {
    const values: StagedInstitution = { id: nextId(), version: null, provinceId, state, fields: [] };
    return { outcome: "new", values, changes: [] };
  }
  const { id, version, ...before } = known;
  const { changes, fields } = changesOf(state, before);
  if (fields.length === 0) return { outcome: "same" };
  const values: StagedInstitution = { id, version, provinceId, state, fields };
  return { outcome: "changed", values, changes };
}
