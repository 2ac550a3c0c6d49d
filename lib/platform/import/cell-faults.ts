// What a spreadsheet does to a number before anybody sees it, found before the record's own rules are asked.
import type { CellFault, Cells, ImportColumn } from "./column.ts";
import type { ImportMapping } from "./run-contract.ts";
import type { SheetRow } from "./sheet.ts";

const scientific = /^\d+([.,]\d+)?e\+?\d+$/i;

export type CellReader = (row: SheetRow) => { cells: Cells; faults: readonly CellFault[] };

const soundRow: readonly CellFault[] = [];

/** Reads the mapped cells of one sheet, trimmed and in NFC, with the sheet's own faults: formulas, missing cells, bent numbers. */
export function cellReader(columns: readonly ImportColumn[], mapping: ImportMapping): CellReader {
  const places = columns.map((column) => ({
    column,
    index: mapping[column.key] ?? -1,
    isNumber: Boolean(column.digits ?? column.numeric),
  }));
  // Every row is a copy of it, so that all have their keys in one order.
  const empty: Cells = Object.fromEntries(columns.map(({ key }) => [key, ""]));
  return (row) => {
    const cells = { ...empty };
    let faults: CellFault[] | null = null;
    for (const { column, index, isNumber } of places) {
      const value = index < 0 ? "" : tidy(row.cells[index] ?? "");
      if (value !== "") cells[column.key] = value;
      else if (!column.required && !row.formulas) continue;
      const message = faultOf(row, index, value, column, isNumber);
      if (message) faults = [...(faults ?? []), { column: column.key, message }];
    }
    return { cells, faults: faults ?? soundRow };
  };
}

function faultOf({ formulas }: SheetRow, index: number, value: string, column: ImportColumn, isNumber: boolean): string | null {
  if (formulas?.includes(index)) return "Hücrede formül var. Formülün sonucunu değer olarak yapıştırın.";
  if (value === "") return column.required ? "Bu hücre boş olamaz." : null;
  return isNumber ? bentNumber(value, column) : null;
}

/** Hard spaces and line breaks come with copied cells. */
const tidy = (cell: string): string => {
  const plain = cell.trim();
  return /[^\u0020-\u007e]/.test(plain) ? plain.replace(/\s+/g, " ").normalize("NFC").trim() : plain;
};

function bentNumber(value: string, { digits }: ImportColumn): string | null {
  if (scientific.test(value)) return "Sayı bilimsel gösterime çevrilmiş. Sütunu metin biçimine alıp dosyayı kaynağından yeniden kaydedin.";
  if (digits && /^\d+$/.test(value) && value.length < digits)
    return `${digits} rakam olmalı; baştaki sıfırlar kaybolmuş olabilir. Sütunu metin biçimine alıp yeniden kaydedin.`;
  return null;
}
