"use client";
import { Check } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import type { BarRow } from "@/components/statistics/explore/breakdown-bars.ts";
import { totalOf } from "@/components/statistics/explore/breakdown-bars.ts";
import { figureNumber, isCounted, shareText } from "@/components/statistics/figure-text.ts";
import { onlyCode, RecordsLink } from "@/components/statistics/records-link.tsx";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { useRovingRows } from "@/components/statistics/use-roving-rows.ts";
import { valueName } from "@/components/statistics/value-names.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { ScrollRegion } from "@/components/ui/scroll-region.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { compareTr } from "@/lib/platform/locale/tr.ts";
import { measureOf } from "@/lib/statistics/measures.ts";

type Sort = "value" | "share" | "name";
type ProvinceListProps = { rows: readonly BarRow[]; filter: StatisticsFilterState; hasGhost: boolean };

const nameOf = ({ code }: BarRow): string => valueName("province", code);
const relative = ({ value, all }: BarRow): number => (all ? (value ?? 0) / all : 0);
const orders: Record<Sort, (a: BarRow, b: BarRow) => number> = {
  value: (a, b) => (b.value ?? -1) - (a.value ?? -1),
  share: (a, b) => relative(b) - relative(a),
  name: (a, b) => compareTr(nameOf(a), nameOf(b)),
};

/** The map's equal: every province, sortable, choosing the same. */
export function ProvinceList({ rows, filter, hasGhost }: ProvinceListProps) {
  const [sort, setSort] = useState<Sort>("value");
  const roving = useRovingRows(rows.length);
  const counted = isCounted(measureOf(filter.measure));
  const total = totalOf(rows).value;
  const head = (key: Sort, direction: "asc" | "desc") => ({ direction: sort === key ? direction : null, onSort: () => setSort(key) });
  return (
    <ScrollRegion
      label="İller listesi"
      className="max-h-[21rem] overflow-auto [--sticky-top:0] print:max-h-none"
      onKeyDown={roving.onKeyDown}
    >
      <Table caption="İllere göre" inset rows={false}>
        <thead>
          <tr>
            <Head sort={head("name", "asc")}>İl {rows.length}</Head>
            <Head numeric sort={head("value", "desc")}>
              {measureOf(filter.measure).unit}
            </Head>
            {counted ? (
              <Head numeric sort={hasGhost ? head("share", "desc") : undefined}>
                {hasGhost ? "İlde" : "Payı"}
              </Head>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows
            .toSorted((a, b) => orders[sort](a, b) || orders.name(a, b))
            .map((row, index) => (
              <ProvinceRow
                key={row.code}
                row={row}
                filter={filter}
                share={counted ? shareText(row.value, hasGhost ? row.all : total) : null}
                isActive={index === roving.active}
                onFocus={() => roving.onRowFocus(index)}
              />
            ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}

type ProvinceRowProps = { row: BarRow; filter: StatisticsFilterState; share: string | null; isActive: boolean; onFocus: () => void };

function ProvinceRow({ row, filter, share, isActive, onFocus }: ProvinceRowProps) {
  const chosen = filter.codesOf("province").includes(row.code);
  const toggle = (adds: boolean) => filter.toggle("province", row.code, adds);
  function press(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.shiftKey || event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    toggle(true);
  }
  return (
    <Row open={chosen}>
      <Cell className="w-full">
        <button
          type="button"
          data-row=""
          aria-pressed={chosen}
          tabIndex={isActive ? 0 : -1}
          onFocus={onFocus}
          onKeyDown={press}
          onClick={(event) => toggle(event.shiftKey || event.ctrlKey || event.metaKey)}
          className={classNames("row-name flex w-full items-center gap-1.5 text-left max-lg:min-h-11", chosen && "font-semibold")}
        >
          {chosen ? <Check size={14} strokeWidth={2} aria-hidden="true" className="text-accent" /> : null}
          {nameOf(row)}
        </button>
      </Cell>
      <Cell numeric>
        <RecordsLink
          filter={filter}
          measure={filter.measure}
          also={onlyCode("province", row.code)}
          of={`${nameOf(row)}: ${figureNumber(filter.measure, row.value)}`}
          tabIndex={isActive ? 0 : -1}
        >
          {figureNumber(filter.measure, row.value)}
        </RecordsLink>
      </Cell>
      {share === null ? null : <Cell numeric>{share}</Cell>}
    </Row>
  );
}
