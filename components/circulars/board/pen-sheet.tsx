"use client";
import type { UseQueryResult } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page } from "@/components/ui/page-header.tsx";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export const boardHref = (circularId: string): string => `/circulars/${circularId}/recipients`;

type SheetScreenProps<Data> = { circularId: string; title: string; query: UseQueryResult<Data>; children: (data: Data) => ReactNode };

/** A list of a letter's recipients that is made to be printed and written on. */
export function SheetScreen<Data>({ circularId, title, query, children }: SheetScreenProps<Data>) {
  const board = boardHref(circularId);
  return (
    <DensityScope fallback="comfortable" className="flex-1">
      <Breadcrumbs items={[{ label: "Dağıtımlı yazılar", href: "/circulars" }, { label: "Muhataplar", href: board }, { label: title }]} />
      <Page className="print:max-w-none print:p-0">
        <LoadState query={query} what={title} back={<BoardLink circularId={circularId} />}>
          {children}
        </LoadState>
      </Page>
    </DensityScope>
  );
}

export function BoardLink({ circularId }: { circularId: string }) {
  return (
    <Link href={boardHref(circularId)} className="link">
      Muhataplara dön
    </Link>
  );
}

export function PrintButton({ count }: { count: number }) {
  return (
    <Button tone="primary" icon={<Printer size={16} strokeWidth={1.75} aria-hidden="true" />} onClick={() => print()}>
      {formatNumber(count)} satırlık listeyi yazdır
    </Button>
  );
}

export const cell = "border border-line-strong px-2 py-2 align-top print:border-black";
/** Nobody writes on a phone with a pen: there these columns only push the others out of sight. */
export const penCell = `${cell} max-md:not-print:hidden`;

type PenTableProps = { caption: string; columns: readonly string[]; penColumns: readonly string[]; children: ReactNode };

/** A plain grid: the empty columns are filled in by pen. */
export function PenTable({ caption, columns, penColumns, children }: PenTableProps) {
  const head = (names: readonly string[], className: string) =>
    names.map((name) => (
      <th key={name} scope="col" className={className}>
        {name}
      </th>
    ));
  return (
    <div className="mt-5 bg-surface print:bg-white">
      <table className="small w-full border-collapse print:text-black">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-left">
            {head(columns, cell)}
            {head(penColumns, penCell)}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
