import { AppError } from "../../platform/errors.ts";
import type { CellFault, Cells } from "../../platform/import/column.ts";
import type { FileCells, ImportContext, ParsedRow, RowReader } from "../../platform/import/importer.ts";
import type { Judged } from "../../platform/import/verdict.ts";
import { provinceName } from "../../platform/locale/provinces.ts";
import { type BookEntry, DirectoryBook } from "../directory-book.ts";
import { roleLabels } from "../labels.ts";
import { type LineMatch, matchedMember } from "../list-import-member.ts";
import { type ListPlan, type PlannedLine, planLists } from "../list-import-plan.ts";
import { understandListLine } from "../list-import-row.ts";
import { indexNames, matchPage } from "../paste-intake.ts";
import { listEntries } from "./import-repository.ts";
import { listKnownLists } from "./list-repository.ts";

/** So many names are compared letter by letter; a file with more unknown ones is the wrong file. */
const mostHints = 300;

/** Reads the whole file first: a list is said by all of its lines. */
export async function openListRows({ db, actor }: ImportContext, file: FileCells): Promise<RowReader> {
  const { provinceId } = actor;
  if (provinceId === null) throw new AppError("forbidden");
  const book = new DirectoryBook((await listEntries(db)).filter((entry) => entry.provinceId === provinceId));
  const tools = { provinceId, book, hint: hintOf(book, provinceId) };
  const unmatched = new Map<number, CellFault>();
  const lines: PlannedLine[] = [];
  for await (const rows of file()) {
    for (const { rowNumber, cells, faults: bent } of rows) {
      const { line, faults } = understandListLine(cells);
      const isRead = bent.length + faults.length === 0;
      const match: LineMatch | null = isRead ? matchedMember(line, tools) : null;
      if (match?.fault) unmatched.set(rowNumber, match.fault);
      if (line.list !== "")
        lines.push({ rowNumber, list: line.list, institutionId: match?.institutionId ?? null, role: line.role, order: line.order });
    }
  }
  const names = new Map(book.entries.map(({ id, name }) => [id, name]));
  const plan = planLists(lines, await listKnownLists(db, provinceId), (id) => names.get(id) ?? "");
  return readerOf(plan, unmatched, book);
}

function readerOf(plan: ListPlan, unmatched: ReadonlyMap<number, CellFault>, book: DirectoryBook): RowReader {
  return {
    parseRow: (cells) => parsed(cells, book),
    lookUp: async (_records, rows) => () =>
      rows.map(({ rowNumber }): Judged => {
        const fault = unmatched.get(rowNumber);
        if (fault) return { outcome: "invalid", faults: [fault] };
        const judged = plan.get(rowNumber);
        if (!judged) throw new Error(`row ${rowNumber} is not in the plan of its file`);
        return judged;
      }),
  };
}

function parsed(cells: Cells, book: DirectoryBook): ParsedRow {
  const { line, faults } = understandListLine(cells);
  const key = line.name ?? book.byNumber(line.detsisNumber ?? "")?.name ?? cells.detsisNumber ?? "";
  if (faults.length > 0) return { read: null, key, faults };
  return { read: { key, summary: `${line.list} · ${roleLabels[line.role]}`, values: {} }, faults: null };
}

/** The name in the directory that is most like one that is not, if any is. */
function hintOf(book: DirectoryBook, provinceId: number): (name: string) => string | null {
  const names = new Map(book.entries.filter(({ isClosed }) => !isClosed).map((entry): [string, BookEntry] => [entry.id, entry]));
  const index = indexNames([...names.values()], provinceName(provinceId));
  let asked = 0;
  return (name) => {
    asked += 1;
    if (asked > mostHints) return null;
    const [best] = matchPage(name, index).flatMap(({ choices }) => choices);
    return (best && names.get(best.institutionId)?.name) ?? null;
  };
}
