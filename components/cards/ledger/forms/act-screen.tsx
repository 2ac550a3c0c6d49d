"use client";
import { useQuery } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { parseAsString, useQueryStates } from "nuqs";
import { useState } from "react";
import { ActDone } from "@/components/cards/ledger/forms/act-done.tsx";
import type { ActFormProps, Given, Written } from "@/components/cards/ledger/forms/act-form-props.ts";
import { isAlone } from "@/components/cards/ledger/forms/act-values.ts";
import { type ActName, actTitles } from "@/components/cards/ledger/forms/act-words.ts";
import { AloneForm } from "@/components/cards/ledger/forms/alone-form.tsx";
import { ProposeForm } from "@/components/cards/ledger/forms/propose-form.tsx";
import { LedgerFrame } from "@/components/cards/ledger/ledger-frame.tsx";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { ledgerQueries } from "@/components/cards/ledger/ledger-queries.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";

const given = { series: parseAsString, case: parseAsString, ranges: parseAsString, from: parseAsString, batch: parseAsString };

/** One movement of a series, written by one person or proposed to a second; "spoil" in the address is `act`. */
export function ActScreen({ act: slug }: { act: string }) {
  const [asked] = useQueryStates(given);
  const act = slug.replace("-", "_");
  if (!(act in actTitles)) notFound();
  return <ActPage act={act as ActName} series={asked.series ?? ""} given={givenOf(asked)} />;
}

const givenOf = (asked: Record<keyof typeof given, string | null>): Given => ({
  caseId: asked.case,
  ranges: asked.ranges ?? "",
  from: asked.from ?? "",
  batchId: asked.batch ?? "",
});

function ActPage({ act, series, given: known }: { act: ActName; series: string; given: Given }) {
  const query = useQuery({ ...ledgerQueries.series(series), enabled: series !== "" });
  const [written, setWritten] = useState<Written | null>(null);
  const back = known.caseId ? ledgerHrefs.case(known.caseId) : ledgerHrefs.series(series);
  return (
    <LedgerFrame crumbs={[{ label: `Seri ${series}`, href: ledgerHrefs.series(series) }, { label: actTitles[act] }]}>
      {written ? (
        <ActDone act={act} written={written} back={back} />
      ) : (
        <>
          <Page className="max-w-[52rem] pb-0 lg:pb-0">
            <PageHeader
              title={`${actTitles[act]}: ${series} serisi`}
              back={{ href: back, label: known.caseId ? "Dosya" : `Seri ${series}` }}
            />
          </Page>
          {series === "" ? (
            <EmptyState title="Seri seçilmedi">Hareketi serinin sayfasından başlatın.</EmptyState>
          ) : (
            <LoadState query={query} what={`${series} serisi`}>
              {(record) => <ActForm act={act} record={record} given={known} back={back} onDone={setWritten} />}
            </LoadState>
          )}
        </>
      )}
    </LedgerFrame>
  );
}

function ActForm({ act, ...rest }: ActFormProps) {
  return isAlone(act) ? <AloneForm act={act} {...rest} /> : <ProposeForm act={act} {...rest} />;
}
