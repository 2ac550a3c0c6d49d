import { classNames } from "@/components/ui/class-names.ts";
import { ScrollRegion } from "@/components/ui/scroll-region.tsx";
import type { BodyTable } from "@/lib/circulars/body-table.ts";
import type { BodyBlock } from "@/lib/circulars/contract.ts";

/** A letter's text in the letter's own face; items are numbered as they would print. */
export function LetterBody({ blocks, className }: { blocks: readonly BodyBlock[]; className?: string }) {
  let items = 0;
  return (
    <div className={classNames("space-y-2 font-letter text-md text-ink [overflow-wrap:anywhere]", className)}>
      {blocks.map((block, index) => {
        items = block.kind === "item" ? items + 1 : 0;
        const key = `${index}-${block.text.slice(0, 24)}`;
        if (block.kind === "table") return <LetterTable key={key} table={block.table} />;
        return (
          <p key={key} className={block.kind === "item" ? "pl-10 -indent-5" : "indent-8"}>
            {block.kind === "item" ? `${items}) ` : ""}
            {block.text}
          </p>
        );
      })}
    </div>
  );
}

function LetterTable({ table: { hasHeader, aligns, rows } }: { table: BodyTable }) {
  const head = hasHeader ? rows[0] : undefined;
  const cell = (column: number) =>
    classNames(
      "border border-line-strong px-2 py-1",
      aligns[column] === "right" && "text-right",
      aligns[column] === "center" && "text-center",
    );
  return (
    <ScrollRegion label="Yazıdaki tablo">
      <table className="w-full border-collapse text-base">
        {head ? (
          <thead>
            <tr>
              {head.map((text, column) => {
                const key = `${column}-${text}`;
                return (
                  <th key={key} scope="col" className="border border-line-strong px-2 py-1 text-center">
                    {text}
                  </th>
                );
              })}
            </tr>
          </thead>
        ) : null}
        <tbody>
          {rows.slice(head ? 1 : 0).map((row, index) => {
            const rowKey = `${index}-${row[0] ?? ""}`;
            return (
              <tr key={rowKey}>
                {row.map((text, column) => {
                  const key = `${column}-${text}`;
                  return (
                    <td key={key} className={cell(column)}>
                      {text}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
