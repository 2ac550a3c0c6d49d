"use client";
import Link from "next/link";
import type { Transition } from "@/components/cards/transition/finding.ts";
import { heldCards, oldCards } from "@/components/cards/transition/old-share.ts";
import { OnPhone } from "@/components/cards/transition/on-phone.tsx";
import type { ProvinceSort, TransitionFilterState } from "@/components/cards/transition/transition-filter.ts";
import { ScrollRegion } from "@/components/ui/scroll-region.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { percentNumber } from "@/lib/platform/locale/percent.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { compareTr, formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

export type ProvinceRow = Transition["provinces"][number];

const shareOf = (row: ProvinceRow): number => (heldCards(row) === 0 ? 0 : oldCards(row) / heldCards(row));
const nameOf = ({ provinceId }: ProvinceRow): string => provinceName(provinceId) ?? String(provinceId);

const orders: Record<ProvinceSort, (a: ProvinceRow, b: ProvinceRow) => number> = {
  old: (a, b) => oldCards(b) - oldCards(a),
  share: (a, b) => shareOf(b) - shareOf(a),
  open: (a, b) => b.old_open - a.old_open,
  end: (a, b) => (b.lastEndOn ?? "").localeCompare(a.lastEndOn ?? ""),
  name: (a, b) => compareTr(nameOf(a), nameOf(b)),
};

export const sortProvinces = (rows: readonly ProvinceRow[], sort: ProvinceSort): ProvinceRow[] =>
  rows.toSorted((a, b) => orders[sort](a, b) || orders.name(a, b));

type ProvinceTableProps = { rows: readonly ProvinceRow[]; filter: TransitionFilterState };

/** The map's equal: every province, sortable; pressing one asks the whole page about it. */
export function ProvinceTable({ rows, filter }: ProvinceTableProps) {
  const sort = filter.shown.sort ?? "old";
  const head = (key: ProvinceSort, direction: "asc" | "desc" = "desc") => ({
    direction: sort === key ? direction : null,
    onSort: () => void filter.set({ sort: key === "old" ? null : key }),
  });
  const most = Math.max(0.01, ...rows.map(shareOf));
  return (
    <ScrollRegion label="İllere göre eski kartlar" className="max-h-[24.5rem] overflow-auto [--sticky-top:0] print:max-h-none">
      <Table caption="İllere göre eski kartlar" inset>
        <thead>
          <tr>
            <Head sort={head("name", "asc")}>İl {rows.length}</Head>
            <Head numeric sort={head("old")}>
              Eski kart
            </Head>
            <Head numeric sort={head("share")}>
              Payı, %
            </Head>
            <Head numeric sort={head("open")}>
              Bitişsiz
            </Head>
            <Head numeric sort={head("end")}>
              Son bitiş
            </Head>
          </tr>
        </thead>
        <tbody>
          {sortProvinces(rows, sort).map((row) => (
            <Row key={row.provinceId} open={row.provinceId === filter.shown.province}>
              <Cell lead>
                <Link href={filter.hrefOf(row.provinceId)} scroll={false} className="hover:underline">
                  {nameOf(row)}
                </Link>
              </Cell>
              <Cell numeric>
                <OnPhone>Eski kart</OnPhone>
                {formatNumber(oldCards(row))}
              </Cell>
              <Cell numeric>
                <OnPhone>payı %</OnPhone>
                <ShareBar share={shareOf(row) / most} text={percentNumber(oldCards(row), heldCards(row))} />
              </Cell>
              <Cell numeric rest>
                {formatNumber(row.old_open)}
              </Cell>
              <Cell numeric rest>
                {row.lastEndOn ? formatDate(row.lastEndOn) : ""}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}

function ShareBar({ share, text }: { share: number; text: string }) {
  return (
    <span className="inline-flex items-center justify-end gap-2">
      <span aria-hidden="true" className="bar w-12 max-md:hidden">
        <span className="bg-viz-2" style={{ width: `${share * 100}%` }} />
      </span>
      <span className="md:w-10">
        <span className="sr-only">yüzde </span>
        {text}
      </span>
    </span>
  );
}
