"use client";
import { useQuery } from "@tanstack/react-query";
import { AnswersPanel } from "@/components/cards/production/batch/answers-panel.tsx";
import { BatchDeeds } from "@/components/cards/production/batch/batch-deeds.tsx";
import { LinesPanel } from "@/components/cards/production/batch/lines-panel.tsx";
import { QualityPanel } from "@/components/cards/production/batch/quality-panel.tsx";
import { SerialsPanel } from "@/components/cards/production/batch/serials-panel.tsx";
import { productionQueries } from "@/components/cards/production/production-queries.ts";
import { batchLooks, cardCount, nextStepOf } from "@/components/cards/production/production-words.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Funnel, type FunnelStep } from "@/components/ui/progress.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import type { BatchRecord } from "@/lib/cards/production-contract.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

/** One batch: how far its cards are, what is to be done next, and every line. */
export function BatchScreen({ batchId }: { batchId: string }) {
  const query = useQuery(productionQueries.batch(batchId));
  return (
    <DensityScope fallback="compact" className="flex min-w-0 flex-1 flex-col">
      <Breadcrumbs items={[{ label: "Üretim", href: "/cards/production" }, { label: query.data?.number ?? "Parti" }]} />
      <Page wide className="grid min-w-0 gap-4">
        <LoadState query={query} what="Parti" lines={10}>
          {(batch) => <BatchPage batch={batch} />}
        </LoadState>
      </Page>
    </DensityScope>
  );
}

function BatchPage({ batch }: { batch: BatchRecord }) {
  const look = batchLooks[batch.state];
  return (
    <>
      <PageHeader
        title={`Parti ${batch.number}`}
        tag={
          <Tag tone={look.tone} glyph={look.glyph}>
            {look.word}
          </Tag>
        }
        meta={`Seri ${batch.series} · ${cardCount(batch.size)} · ${batch.createdByName} topladı, ${formatDateTime(new Date(batch.createdAt))}`}
        actions={<BatchDeeds batch={batch} />}
      />
      <NextStepBanner batch={batch} />
      <Panel>
        <Funnel label="Kartlar ne kadar ilerledi" steps={stepsOf(batch)} />
      </Panel>
      <div className="grid min-w-0 items-start gap-4 xl:grid-cols-[1fr_22rem]">
        <div className="grid min-w-0 gap-4">
          {batch.allowedActions.includes("check") ? <QualityPanel batch={batch} /> : null}
          <LinesPanel batch={batch} />
        </div>
        <div className="grid min-w-0 gap-4">
          <SerialsPanel batch={batch} />
          <AnswersPanel batch={batch} />
        </div>
      </div>
    </>
  );
}

function NextStepBanner({ batch }: { batch: BatchRecord }) {
  if (batch.blockedReason && batch.state !== "completed") {
    return (
      <Banner tone="red" title={`${batch.series} serisi kapalı.`}>
        {batch.blockedReason} Fark dosyası kapanana kadar bu parti mühürlenemez.
      </Banner>
    );
  }
  const step = nextStepOf(batch);
  if (!step) return null;
  return (
    <Banner tone={step.who === "NVİ" ? "blue" : "amber"} title={`Sırada: ${step.who}.`}>
      {step.what}.
    </Banner>
  );
}

/** Each bar measures against the whole batch; what failed is told in its own colour. */
function stepsOf({ lines, rows }: BatchRecord): FunnelStep[] {
  const total = rows.filter(({ state }) => state !== "removed").length;
  const done = lines.qc_pass;
  const failed = lines.qc_fail;
  const printed = lines.printed + done + failed;
  const validated = lines.validated + printed;
  return [
    {
      label: "NVİ aldı",
      total,
      count: lines.received + validated + lines.error,
      parts: [{ count: lines.received + validated + lines.error, fill: "accent" }],
    },
    {
      label: "Doğrulandı",
      total,
      count: validated,
      parts: [
        { count: validated, fill: "accent" },
        { count: lines.error, fill: "red" },
      ],
      ...(lines.error > 0 && { note: `${lines.error} veri hatası` }),
    },
    { label: "Basıldı", total, count: printed, parts: [{ count: printed, fill: "accent" }] },
    {
      label: "Denetimden geçti",
      total,
      count: done,
      parts: [
        { count: done, fill: "green" },
        { count: failed, fill: "red" },
      ],
      ...(failed > 0 && { note: `${failed} bozuk` }),
    },
  ];
}
