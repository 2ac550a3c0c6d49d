"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { useMay } from "@/components/access/use-may.ts";
import type { StatisticsChange, StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { localDateOf } from "@/lib/platform/locale/tr.ts";
import { type Dimension, type MeasureName, measureOf } from "@/lib/statistics/measures.ts";
import { recordPermissions } from "@/lib/statistics/records-contract.ts";
import { type FilterCodes, recordsQueryOf } from "@/lib/statistics/records-link.ts";

export type RecordsLinkProps = {
  filter: StatisticsFilterState;
  measure: MeasureName;
  /** Further values of the figure: the row and the column it stands in. */
  also?: FilterCodes;
  /** What the figure is, for whoever hears only the link. */
  of: string;
  tabIndex?: number;
  className?: string;
  children: ReactNode;
};

/**
 * A figure that opens the records behind it, for those who may read them (D8): in the permit list, where that can say the same,
 * since more can be done there; else in the list of what the figure counts.
 */
export function RecordsLink({ filter, measure, also, of, tabIndex, className, children }: RecordsLinkProps) {
  const may = useMay();
  if (!may(recordPermissions[measureOf(measure).source])) return <span className={className}>{children}</span>;
  const codes = { ...filter.codes, ...also };
  const query = recordsQueryOf(measure, codes, localDateOf(new Date()));
  return (
    <Link
      href={query ? `/permits?${query}` : filter.hrefOf("/statistics/records", changeTo(measure, codes))}
      prefetch={false}
      tabIndex={tabIndex}
      title="Kayıtları aç"
      aria-label={`${of}, kayıtları aç`}
      className={`${className ?? ""} decoration-line-strong underline-offset-4 hover:underline hover:decoration-accent`}
    >
      {children}
    </Link>
  );
}

/** The figure's own choice; its table's axes say nothing of the records. */
const changeTo = (measure: MeasureName, codes: FilterCodes): StatisticsChange => ({
  ...(Object.fromEntries(
    Object.entries(codes).map(([field, value]) => [field, Array.isArray(value) ? [...value] : value]),
  ) as StatisticsChange),
  measure: measure === "permits_issued" ? null : measure,
  compare: null,
  rows: null,
  columns: null,
});

export const onlyCode = (dimension: Dimension, code: string): FilterCodes => ({ [dimension]: [code] });
