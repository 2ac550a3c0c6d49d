// Which institution a line of a list names: exactly, by its DETSİS number or by its full name. Nothing is guessed; the
// nearest name is a hint for whoever puts the file right.
import type { CellFault } from "../platform/import/column.ts";
import { foldTr } from "../platform/locale/tr.ts";
import type { DirectoryBook } from "./directory-book.ts";
import type { ListLine } from "./list-import-row.ts";

export type LineMatch = { institutionId: string; fault: null } | { institutionId: null; fault: CellFault };

/** `hint` is asked only where a name is not in the directory. */
export type MatchTools = { provinceId: number; book: DirectoryBook; hint(name: string): string | null };

const fault = (column: string, message: string): LineMatch => ({ institutionId: null, fault: { column, message } });

export function matchedMember({ detsisNumber, name }: ListLine, { provinceId, book, hint }: MatchTools): LineMatch {
  const named = name === null ? [] : book.byName(provinceId, name);
  if (detsisNumber) {
    const holder = book.byNumber(detsisNumber);
    if (!holder || holder.isClosed) return fault("detsisNumber", "İlinizin dizininde bu DETSİS numarasıyla kurum yok.");
    const isOther = name !== null && foldTr(name) !== foldTr(holder.name) && named.length > 0;
    return isOther
      ? fault("name", `DETSİS numarası “${holder.name}” kurumunun; ad başka bir kurumun.`)
      : { institutionId: holder.id, fault: null };
  }
  const [first, ...others] = named;
  if (others.length > 0) return fault("name", "Dizinde bu adda birden çok kurum var; DETSİS no yazın.");
  if (first) return { institutionId: first.id, fault: null };
  const nearest = hint(name ?? "");
  return fault(
    "name",
    nearest ? `Dizinde bu adda kurum yok; en yakını “${nearest}”.` : "Dizinde bu adda kurum yok; adı dizindeki gibi yazın.",
  );
}
