// Which institution a row of a file means: by its DETSİS number, else by its full name in its province (and district).
import type { CellFault } from "../platform/import/column.ts";
import { provinceName } from "../platform/locale/provinces.ts";
import { foldTr } from "../platform/locale/tr.ts";
import { type BookEntry, type DirectoryBook, nameKey } from "./directory-book.ts";
import type { InstitutionCells } from "./institution-import-row.ts";

/** Null for an institution that the directory does not have. */
export type RowMatch = { id: string | null; fault: null } | { id: null; fault: CellFault };

const fault = (column: string, message: string): RowMatch => ({ id: null, fault: { column, message } });

export function matchedInstitution(row: InstitutionCells, book: DirectoryBook): RowMatch {
  const holder = row.detsisNumber ? book.byNumber(row.detsisNumber) : undefined;
  if (holder) return holderOf(row, holder, book);
  const same = sameNamed(row, book);
  const [first, ...others] = same;
  if (!first) return { id: null, fault: null };
  const numbered = row.detsisNumber && same.find(({ detsisNumber }) => detsisNumber !== null);
  if (numbered)
    return fault("detsisNumber", `Bu kurum ${numbered.detsisNumber} numarasıyla kayıtlı; numara değişecekse kurumun sayfasında düzeltin.`);
  if (others.length > 0) return fault("name", "İlde bu adda birden çok kurum var; DETSİS no ya da ilçe yazın.");
  return { id: first.id, fault: null };
}

function holderOf(row: InstitutionCells, holder: BookEntry, book: DirectoryBook): RowMatch {
  if (holder.provinceId !== row.provinceId)
    return fault("province", `Bu DETSİS numarası ${provinceName(holder.provinceId)} ilinin kaydında; il aktarımla değişmez.`);
  if (holder.isClosed) return fault("detsisNumber", `Bu DETSİS numarası kapatılmış “${holder.name}” kaydında.`);
  const other = sameNamed(row, book).find(({ id }) => id !== holder.id);
  if (other && foldTr(holder.name) !== foldTr(row.name))
    return fault("name", `Bu DETSİS numarası “${holder.name}” kurumunun; bu adda başka bir kurum var.`);
  return { id: holder.id, fault: null };
}

/** A district that is told tells institutions of one name apart. */
function sameNamed({ provinceId, name, district }: InstitutionCells, book: DirectoryBook): readonly BookEntry[] {
  const same = book.byName(provinceId, name);
  return district === null ? same : same.filter((entry) => entry.district === null || foldTr(entry.district) === foldTr(district));
}

/** What the rows of one file have meant so far: an institution stands in a file once. */
export class RowBook {
  private readonly first = new Map<string, number>();

  /** Remembers the row; told where it is there already. */
  repeated(row: InstitutionCells, id: string | null, rowNumber: number): CellFault | null {
    const byName = { column: "name", key: `${nameKey(row.provinceId, row.name)} ${foldTr(row.district ?? "")}` };
    const marks = [
      ...(row.detsisNumber ? [{ column: "detsisNumber", key: row.detsisNumber }] : []),
      ...(id ? [{ column: "name", key: id }] : []),
      ...(id && row.detsisNumber ? [] : [byName]),
    ];
    const again = marks.find(({ key }) => this.first.has(key));
    if (again) return { column: again.column, message: `Aynı kurum ${this.first.get(again.key)}. satırda da var.` };
    for (const { key } of [...marks, byName]) if (!this.first.has(key)) this.first.set(key, rowNumber);
    return null;
  }
}
