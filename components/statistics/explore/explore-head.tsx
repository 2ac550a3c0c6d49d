"use client";
import { useQuery } from "@tanstack/react-query";
import { BookOpen, Printer, Table2 } from "lucide-react";
import { useState } from "react";
import { sessionQueries } from "@/components/access/access-queries.ts";
import { DefinitionsDialog } from "@/components/statistics/explore/measure-info.tsx";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";
import type { AsOf } from "@/lib/statistics/contract.ts";

/** As of when, and the ways on: definitions, the same choice as a table, the yearbook, what was frozen. */
export function ExploreHead({ filter, asOf }: { filter: StatisticsFilterState; asOf: AsOf | undefined }) {
  const [isDefining, setDefining] = useState(false);
  const { data: me } = useQuery({ ...sessionQueries.me(), staleTime: Number.POSITIVE_INFINITY });
  return (
    <>
      <PageHeader
        title="Veriliş istatistikleri"
        meta={
          asOf ? (
            `${formatDateTime(new Date(asOf.at))} itibarıyla${me?.mode === "demo" ? " · sentetik veri" : ""}`
          ) : (
            <span aria-hidden="true">&nbsp;</span>
          )
        }
        actions={
          <>
            <Button tone="quiet" icon={<BookOpen size={16} strokeWidth={1.75} aria-hidden="true" />} onClick={() => setDefining(true)}>
              Tanımlar
            </Button>
            <Button
              tone="quiet"
              className="max-md:hidden"
              icon={<Printer size={16} strokeWidth={1.75} aria-hidden="true" />}
              onClick={() => window.print()}
            >
              Yazdır
            </Button>
            <ButtonLink href="/statistics/figures" tone="quiet">
              Dondurulan rakamlar
            </ButtonLink>
            <ButtonLink href="/statistics/yearbook">Yıllık tablolar</ButtonLink>
            <ButtonLink
              href={filter.hrefOf("/statistics/table")}
              prefetch={false}
              icon={<Table2 size={16} strokeWidth={1.75} aria-hidden="true" />}
            >
              Tabloya dök
            </ButtonLink>
          </>
        }
      />
      {isDefining ? <DefinitionsDialog onClose={() => setDefining(false)} /> : null}
    </>
  );
}
