"use client";
import Link from "next/link";
import {
  everyStretch,
  extensionWindow,
  rowFilter,
  type Stretch,
  stretches,
  stretchHref,
} from "@/components/permits/radar/radar-stretches.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { RadarBreakdown, RadarRow } from "@/lib/permits/radar-contract.ts";
import { countryName } from "@/lib/platform/locale/countries.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

const heads: Record<RadarBreakdown, string> = { province: "İl", employer: "İşveren", nationality: "Uyruk" };

/** Urgency by shade alone would be colour alone: the columns stand in the same order as the bar's parts, with its shades. */
const shades: Record<string, string> = { upTo30: "bg-amber-solid", from31To60: "bg-accent", from61To90: "bg-control" };

export type RadarTableProps = { by: RadarBreakdown; rows: readonly RadarRow[]; today: string; stale: boolean };

export function RadarTable({ by, rows, today, stale }: RadarTableProps) {
  const most = Math.max(...rows.map(({ total }) => total), 1);
  return (
    <Table caption={`Süresi dolacak izinler, ${heads[by]}`} aria-busy={stale} className={classNames(stale && "opacity-60")}>
      <thead>
        <tr>
          <Head>{heads[by]}</Head>
          <Head className="w-48 max-lg:hidden">Payı</Head>
          {stretches.map(({ key, label }) => (
            <Head key={key} numeric>
              <span aria-hidden="true" className={classNames("mr-1.5 inline-block size-2 rounded-xs max-lg:hidden", shades[key])} />
              {label}
            </Head>
          ))}
          <Head numeric>Toplam</Head>
          <Head numeric>Uzatma başvurusu açık</Head>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key ?? ""}>
            <Cell lead>{nameOf(by, row)}</Cell>
            <Cell rest className="max-lg:hidden">
              <Bar row={row} most={most} />
            </Cell>
            {[...stretches, everyStretch, extensionWindow].map((stretch) => (
              <Cell key={stretch.key} numeric rest={stretch.key === "inExtensionWindow"}>
                <Figure by={by} row={row} stretch={stretch} today={today} />
              </Cell>
            ))}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function nameOf(by: RadarBreakdown, { key, label }: RadarRow): string {
  if (key === null) return by === "employer" ? "İşverene bağlı olmayanlar" : "Bilinmiyor";
  if (by === "province") return provinceName(Number(key)) ?? key;
  return by === "nationality" ? countryName(key) : (label ?? key);
}

function Bar({ row, most }: { row: RadarRow; most: number }) {
  return (
    <div aria-hidden="true" className="flex h-1.5 w-44 gap-px">
      {stretches.map(({ key }) => (
        <span key={key} className={classNames("h-full", shades[key])} style={{ width: `${(row[key] / most) * 100}%` }} />
      ))}
    </div>
  );
}

type FigureProps = { by: RadarBreakdown; row: RadarRow; stretch: Stretch; today: string };

function Figure({ by, row, stretch, today }: FigureProps) {
  const filter = rowFilter(by, row);
  const count = row[stretch.key];
  const words = (
    <>
      <span className="text-ink-3 md:hidden">{stretch.label} </span>
      {formatNumber(count)}
    </>
  );
  if (count === 0 || filter === null) return <span className={classNames(count === 0 && "text-ink-off")}>{words}</span>;
  return (
    <Link href={stretchHref(today, stretch, filter)} className="hover:underline">
      {words}
    </Link>
  );
}
