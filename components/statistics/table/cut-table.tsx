"use client";
import { type CSSProperties, useState } from "react";
import { figureText, isCounted } from "@/components/statistics/figure-text.ts";
import { RecordsLink } from "@/components/statistics/records-link.tsx";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { cellTextAt, orderOf, type Shown, symbols, valueAt } from "@/components/statistics/table/cell-text.ts";
import { axisLabel, valueName } from "@/components/statistics/value-names.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { ScrollRegion } from "@/components/ui/scroll-region.tsx";
import { Head, Table } from "@/components/ui/table.tsx";
import type { Axis, Cut } from "@/lib/statistics/contract.ts";
import { measureOf } from "@/lib/statistics/measures.ts";
import { codesOn, type FilterCodes } from "@/lib/statistics/records-link.ts";

export type CutTableProps = {
  cut: Cut;
  shown: Shown;
  /** With it a figure opens its records; a frozen cut has none, its records may have changed since. */
  filter?: StatisticsFilterState;
  caption: string;
};

/** Columns that a sheet of paper holds upright, and across in the type's own size. */
const upright = 4;
const across = 10;

type Sort = { column: number; isDown: boolean } | null;

/** A cut with its totals, its heads in sight while it scrolls, sorted by any column. */
export function CutTable({ cut, shown, filter, caption }: CutTableProps) {
  const [sort, setSort] = useState<Sort>(null);
  const columns = cut.columns === null ? [] : cut.columnCodes;
  const hasTotals = isCounted(measureOf(cut.measure)) || columns.length > 0;
  const head = (column: number) => ({
    direction: sort?.column === column ? directionOf(sort) : null,
    onSort: () => setSort(nextSort(sort, column)),
  });
  return (
    <>
      <ScrollRegion
        label={caption}
        className={classNames(
          "cut-scroll max-h-[70dvh] overflow-auto [--sticky-top:0] print:max-h-none print:overflow-visible",
          columns.length > upright && "print-wide",
        )}
        style={{ "--print-zoom": Math.min(1, across / Math.max(columns.length, 1)) } as CSSProperties}
      >
        <Table caption={caption} inset rows={false}>
          <thead>
            <tr>
              <Head className="sticky left-0 z-[2]">{axisLabel(cut.rows)}</Head>
              {columns.map((code, column) => (
                <Head key={code} numeric sort={head(column)}>
                  {valueName(cut.columns as Axis, code)}
                </Head>
              ))}
              <Head numeric sort={head(-1)}>
                {columns.length > 0 ? "Toplam" : measureOf(cut.measure).unit}
              </Head>
            </tr>
          </thead>
          <tbody>
            {orderOf(cut, sort).map((row) => (
              <CutRow key={cut.rowCodes[row]} cut={cut} row={row} shown={shown} filter={filter} />
            ))}
          </tbody>
          {hasTotals ? (
            <tfoot className="print:table-row-group">
              <CutRow cut={cut} row={null} shown={shown} filter={filter} />
            </tfoot>
          ) : null}
        </Table>
      </ScrollRegion>
      <p className="cap mt-2">{Object.values(symbols).join(" · ")}</p>
    </>
  );
}

const directionOf = ({ isDown }: NonNullable<Sort>) => (isDown ? ("desc" as const) : ("asc" as const));

function nextSort(sort: Sort, column: number): Sort {
  if (sort?.column !== column) return { column, isDown: true };
  return sort.isDown ? { column, isDown: false } : null;
}

type CutRowProps = { cut: Cut; row: number | null; shown: Shown; filter: StatisticsFilterState | undefined };

/** One line of the table; without a number the line of totals. */
function CutRow({ cut, row, shown, filter }: CutRowProps) {
  const columns: (number | null)[] = cut.columns === null ? [null] : [...cut.columnCodes.map((_, column) => column), null];
  const isTotal = row === null;
  const name = isTotal ? "Toplam" : valueName(cut.rows, cut.rowCodes[row] ?? "");
  return (
    <tr className={isTotal ? "[&>*]:sticky [&>*]:bottom-0 [&>*]:bg-sunken [&>*]:font-semibold" : "hover:[&>*]:bg-hover"}>
      <th
        scope="row"
        title={name}
        className={classNames("!sticky left-0 z-[1] max-w-56 truncate !text-ink", isTotal ? "" : "!bg-surface !font-normal")}
      >
        {name}
      </th>
      {columns.map((column) => {
        const text = cellTextAt(cut, shown, { row, column });
        return (
          <td key={column ?? "total"} className={column === null && cut.columns !== null ? "r font-medium" : "r"}>
            {filter ? (
              <RecordsLink
                filter={filter}
                measure={cut.measure}
                also={codesAt(filter, cut, { row, column })}
                of={spokenAt(cut, name, row, column)}
              >
                {text}
              </RecordsLink>
            ) : (
              text
            )}
          </td>
        );
      })}
    </tr>
  );
}

function spokenAt(cut: Cut, name: string, row: number | null, column: number | null): string {
  const of = column === null || cut.columns === null ? "" : `, ${valueName(cut.columns, cut.columnCodes[column] ?? "")}`;
  return `${name}${of}: ${figureText(cut.measure, valueAt(cut, { row, column }))}`;
}

type Place = { row: number | null; column: number | null };

/** The values that a cell stands for, as a filter. */
function codesAt({ codes }: StatisticsFilterState, cut: Cut, { row, column }: Place): FilterCodes {
  return {
    ...(row === null ? {} : codesOn(cut.rows, cut.rowCodes[row] ?? "", codes)),
    ...(column === null || cut.columns === null ? {} : codesOn(cut.columns, cut.columnCodes[column] ?? "", codes)),
  };
}
