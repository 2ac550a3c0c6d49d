// What a spreadsheet does to a number before anybody sees it, found before the record's own rules are asked.
import type { CellFault, Cells, ImportColumn } from "./column.ts";
import type { ImportMapping } from "./run-contract.ts";
import type { SheetRow } from "./sheet.ts";

const scientific = /^\d+([.,]\d+)?e\+?\d+$/i;

/** The mapped cells, trimmed and in NFC. */
export function cellsOf({ cells }: SheetRow, mapping: readonly (readonly [string, number])[]): Cells {
  const named: Cells = {};
  for (const [key, index] of mapping) named[key] = tidy(cells[index] ?? "");
  return named;
}

/** Hard spaces and line breaks come with copied cells. */
const tidy = (cell: string): string => {
  const plain = cell.trim();
  return /[^\u0020-\u007e]/.test(plain) ? plain.replace(/\s+/g, " ").normalize("NFC").trim() : plain;
};

export const mappingEntries = (mapping: ImportMapping): (readonly [string, number])[] => Object.entries(mapping);

/** Faults of the sheet itself: formulas, missing cells, numbers a spreadsheet has bent. */
export function sheetFaults(row: SheetRow, cells: Cells, columns: readonly ImportColumn[], mapping: ImportMapping): CellFault[] {
  const faults: CellFault[] = [];
  for (const column of columns) {
    const value = cells[column.key] ?? "";
    const index = mapping[column.key];
    if (index !== undefined && row.formulas?.includes(index)) {
      faults.push({ column: column.key, message: "Hücrede formül var. Formülün sonucunu değer olarak yapıştırın." });
    } else if (value === "") {
      if (column.required) faults.push({ column: column.key, message: "Bu hücre boş olamaz." });
    } else {
      const message = bentNumber(value, column);
      if (message) faults.push({ column: column.key, message });
    }
  }
  return faults;
}

function bentNumber(value: string, { digits, numeric }: ImportColumn): string | null {
  if (!digits && !numeric) return null;
  if (scientific.test(value)) return "Sayı bilimsel gösterime çevrilmiş. Sütunu metin biçimine alıp dosyayı kaynağından yeniden kaydedin.";
  if (digits && /^\d+$/.test(value) && value.length < digits)
    return `${digits} rakam olmalı; baştaki sıfırlar kaybolmuş olabilir. Sütunu metin biçimine alıp yeniden kaydedin.`;
  return null;
}
