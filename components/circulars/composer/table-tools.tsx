"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import {
  addColumn,
  addRow,
  alignColumn,
  type BodyTable,
  ColumnAlign,
  mostColumns,
  mostRows,
  removeColumn,
  removeRow,
} from "@/lib/circulars/body-table.ts";

const alignLabels = { left: "Sola", center: "Ortaya", right: "Sağa" } as const satisfies Record<ColumnAlign, string>;

/** Rows and columns at the table's end; one column at a time is chosen and aligned. */
export function TableTools({ table, name, onTable }: { table: BodyTable; name: string; onTable: (table: BodyTable) => void }) {
  const [chosen, setChosen] = useState(0);
  const columns = table.aligns.length;
  const column = Math.min(chosen, columns - 1);
  const deed = (label: string, off: string | false, next: () => BodyTable) => (
    <Button size="sm" tone="quiet" off={off} aria-label={`${label}: ${name}`} onClick={() => onTable(next())}>
      {label}
    </Button>
  );
  return (
    <div className="mb-2 grid gap-2">
      <div className="-ml-2.5 flex flex-wrap items-center gap-y-1">
        {deed("Satır ekle", table.rows.length >= mostRows && `En çok ${mostRows} satır.`, () => addRow(table, table.rows.length - 1))}
        {deed("Son satırı sil", table.rows.length === 1 && "Tek satır kaldı.", () => removeRow(table, table.rows.length - 1))}
        {deed("Sütun ekle", columns >= mostColumns && `En çok ${mostColumns} sütun.`, () => addColumn(table, columns - 1))}
        {deed("Sütunu sil", columns === 1 && "Tek sütun kaldı.", () => removeColumn(table, column))}
      </div>
      <div className="flex flex-wrap items-end gap-2">
        <Checkbox
          checked={table.hasHeader}
          onCheckedChange={(hasHeader) => onTable({ ...table, hasHeader })}
          label="İlk satır başlık"
          className="mr-2 mb-1.5"
        />
        <Field label="Sütun" className="w-32">
          <Select
            value={String(column)}
            onChange={({ target }) => setChosen(Number(target.value))}
            options={table.aligns.map((_, index) => ({
              value: String(index),
              label: `${index + 1}. ${(table.hasHeader && table.rows[0]?.[index]) || "sütun"}`,
            }))}
          />
        </Field>
        <Field label="Hizası" className="w-24">
          <Select
            value={table.aligns[column] ?? "left"}
            onChange={({ target }) => onTable(alignColumn(table, column, ColumnAlign.parse(target.value)))}
            options={ColumnAlign.options.map((value) => ({ value, label: alignLabels[value] }))}
          />
        </Field>
      </div>
    </div>
  );
}
