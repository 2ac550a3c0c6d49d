"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { useMay } from "@/components/access/use-may.ts";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { localDateOf } from "@/lib/platform/locale/tr.ts";
import type { Dimension, MeasureName } from "@/lib/statistics/measures.ts";
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

/** A figure that opens the records behind it, for those who may read them and where the permit list can say the same (D8). */
export function RecordsLink({ filter, measure, also, of, tabIndex, className, children }: RecordsLinkProps) {
  const may = useMay();
  const query = may("permit:read") ? recordsQueryOf(measure, { ...filter.codes, ...also }, localDateOf(new Date())) : null;
  if (query === null) return <span className={className}>{children}</span>;
  return (
    <Link
      href={`/permits?${query}`}
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

export const onlyCode = (dimension: Dimension, code: string): FilterCodes => ({ [dimension]: [code] });
