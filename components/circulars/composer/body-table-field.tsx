"use client";
import type { ClipboardEvent } from "react";
import { type BodyEdit, blockFieldId, moveBlock, removeBlock } from "@/components/circulars/composer/body-edits.ts";
import { type Block, plainLine } from "@/components/circulars/composer/draft-content.ts";
import { MoveButtons } from "@/components/circulars/composer/move-buttons.tsx";
import { TableTools } from "@/components/circulars/composer/table-tools.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { FieldError } from "@/components/ui/field.tsx";
import { ScrollRegion } from "@/components/ui/scroll-region.tsx";
import { type BodyTable, cellsOfText, pasteCells, withCell } from "@/lib/circulars/body-table.ts";

export type BodyTableFieldProps = {
  block: Extract<Block, { kind: "table" }>;
  index: number;
  body: readonly Block[];
  mark: string;
  errorAt: (row: number, column: number) => string | undefined;
  onTable: (table: BodyTable) => void;
  onEdit: (edit: BodyEdit | null) => boolean;
};

/** A table as it will print, cell by cell; cells copied in a spreadsheet are pasted from where the caret stands. */
export function BodyTableField({ block, index, body, mark, errorAt, onTable, onEdit }: BodyTableFieldProps) {
  const { table } = block;
  const name = `Tablo ${mark.slice(1)}`;
  const firstError = table.rows.flatMap((row, r) => row.flatMap((_, c) => errorAt(r, c) ?? []))[0];

  function paste(event: ClipboardEvent<HTMLInputElement>, row: number, column: number) {
    const cells = cellsOfText(event.clipboardData.getData("text/plain"));
    if (!cells) return;
    event.preventDefault();
    onTable(pasteCells(table, { row, column }, cells));
  }

  return (
    <li className="group grid grid-cols-[1.5rem_1fr] gap-x-2">
      <span aria-hidden="true" className="num pt-1.5 text-right text-sm text-ink-3">
        {mark}
      </span>
      <fieldset className="min-w-0 rounded-md border border-line p-2">
        <legend className="sr-only">{name}</legend>
        <TableTools table={table} name={name} onTable={onTable} />
        <ScrollRegion label={`${name}: hücreler`} className="overflow-x-auto">
          <table className="w-full border-collapse">
            <tbody>
              {table.rows.map((row, r) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place; its text changes while it is typed
                <tr key={r}>
                  {row.map((text, c) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above
                    <td key={c} className="min-w-24 border border-line p-0">
                      <input
                        id={r === 0 && c === 0 ? blockFieldId(block.key) : undefined}
                        aria-label={`${name}, ${r + 1}. satır ${c + 1}. sütun`}
                        aria-invalid={errorAt(r, c) ? true : undefined}
                        value={text}
                        maxLength={500}
                        autoComplete="off"
                        className={classNames(
                          "block w-full bg-transparent px-2 py-1 focus:outline-2 focus:-outline-offset-2 focus:outline-accent",
                          table.hasHeader && r === 0 ? "bg-sunken text-center font-semibold" : alignClass[table.aligns[c] ?? "left"],
                        )}
                        onChange={({ target }) => onTable(withCell(table, { row: r, column: c }, plainLine(target.value)))}
                        onPaste={(event) => paste(event, r, c)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
        {firstError ? <FieldError>{firstError}</FieldError> : null}
        <span className="mt-1 flex justify-end">
          <MoveButtons
            name={name}
            index={index}
            count={body.length}
            onMove={(step) => onEdit(moveBlock(body, index, step))}
            onRemove={() => onEdit(removeBlock(body, index))}
          />
        </span>
      </fieldset>
    </li>
  );
}

const alignClass = { left: "text-left", center: "text-center", right: "text-right" } as const;
