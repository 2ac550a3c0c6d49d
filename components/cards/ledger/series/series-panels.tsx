"use client";
import Link from "next/link";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { Equation, EquationVerdict } from "@/components/cards/ledger/picture/equation.tsx";
import { FlowPicture } from "@/components/cards/ledger/picture/flow-picture.tsx";
import { NumberStrip } from "@/components/cards/ledger/picture/number-strip.tsx";
import { LossList } from "@/components/cards/ledger/series/loss-list.tsx";
import { MissingBanner } from "@/components/cards/ledger/series/missing-banner.tsx";
import { RecentMovements } from "@/components/cards/ledger/series/recent-movements.tsx";
import { equationsOf } from "@/components/cards/ledger/series/series-equations.ts";
import { flowOf } from "@/components/cards/ledger/series/series-flow.ts";
import { WaitingList } from "@/components/cards/ledger/series/waiting-list.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { SeriesRecord } from "@/lib/cards/ledger-contract.ts";
import type { SeriesFigures } from "@/lib/cards/ledger-rows.ts";

/** Picture, equations, numbers, latest movements; without figures (a blind count is on) what is left to see. */
export function SeriesPanels({ record }: { record: SeriesRecord }) {
  const { figures, strip } = record;
  return (
    <>
      {figures ? <Figures record={record} figures={figures} /> : null}
      <div className="grid items-start gap-3 xl:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        {figures && strip ? (
          <Panel
            title={`${record.code} serisi: hangi numara nerede`}
            aside={
              <Link href={ledgerHrefs.serials("")} className="link">
                Numara ara
              </Link>
            }
          >
            <NumberStrip
              series={record.code}
              digits={record.digits}
              pieces={strip}
              marks={record.marks ?? []}
              balances={figures.balances}
            />
            <MissingBanner record={record} />
            <LossList losses={figures.losses} series={record.code} className="mt-4 border-t border-line" />
          </Panel>
        ) : null}
        <div className="grid gap-3">
          <WaitingList record={record} />
          <RecentMovements record={record} />
        </div>
      </div>
    </>
  );
}

function Figures({ record, figures }: { record: SeriesRecord; figures: SeriesFigures }) {
  const equations = equationsOf(record.code, figures.equations);
  return (
    <>
      <FlowPicture series={record.code} figures={flowOf(record, figures)} />
      <section aria-label="Denklik" className="panel grid items-center gap-x-6 gap-y-4 px-5 py-3 lg:grid-cols-[minmax(0,1fr)_13rem]">
        <div className="divide-y divide-line">
          {equations.map((equation) => (
            <div key={equation.name} className="py-2.5 first:pt-0 last:pb-0">
              <Equation equation={equation} />
            </div>
          ))}
        </div>
        <div className="lg:border-l lg:border-line lg:pl-6">
          <EquationVerdict equations={equations}>
            <Link href={ledgerHrefs.reconciliation} className="link">
              Denklik sayfası
            </Link>
          </EquationVerdict>
        </div>
      </section>
    </>
  );
}
