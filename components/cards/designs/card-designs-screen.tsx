"use client";
import { useQuery } from "@tanstack/react-query";
import { Download, Printer, ScanLine } from "lucide-react";
import { CardDrawing } from "@/components/cards/designs/card-drawing.tsx";
import { CounterSteps } from "@/components/cards/designs/counter-steps.tsx";
import { counterGuideUrl, designQueries } from "@/components/cards/designs/design-queries.ts";
import { FeatureList } from "@/components/cards/designs/feature-list.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { bothAreValid, oldCardPromise, schematicNote } from "@/lib/cards/card-features.ts";
import { cardDesignWords } from "@/lib/cards/card-words.ts";
import { periodOf } from "@/lib/cards/designs.ts";
import type { CardDesigns, DesignSummary } from "@/lib/cards/designs-contract.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

/** Old and new side by side, for whoever is asked what the card in somebody's hand should look like. */
export function CardDesignsScreen() {
  const query = useQuery(designQueries.designs());
  return (
    <DensityScope fallback="compact" className="flex-1">
      <Breadcrumbs items={[{ label: "Kartlar", href: "/cards" }, { label: "Eski ve yeni kart" }]} />
      <div className="px-4 py-4 lg:px-5">
        <PageHeader
          title="Eski ve yeni kart yan yana"
          meta={
            <span className="text-ink-2">
              <b className="font-semibold text-ink">{bothAreValid}</b> {oldCardPromise}
            </span>
          }
          actions={<GuideActions />}
        />
        <Banner tone="amber" glyph="alert" title="Şematik çizim." className="mt-3">
          {schematicNote}
        </Banner>
        <LoadState query={query} what="Kart tasarımları" lines={8}>
          {(designs) => <SideBySide designs={designs} />}
        </LoadState>
        <CounterSteps className="panel mt-3 grid gap-4 p-5 sm:grid-cols-3" />
      </div>
    </DensityScope>
  );
}

const icon = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;

function GuideActions() {
  return (
    <>
      <ButtonLink href="/cards/designs/guide" icon={<Printer {...icon} />}>
        Banko kılavuzunu yazdır
      </ButtonLink>
      <a href={counterGuideUrl} download className="btn">
        <Download {...icon} />
        PDF indir
      </a>
      <ButtonLink href="/verify/card" tone="primary" icon={<ScanLine {...icon} />}>
        Kart sorgula
      </ButtonLink>
    </>
  );
}

function SideBySide({ designs: { designs, asOf } }: { designs: CardDesigns }) {
  return (
    <div className="mt-3 grid gap-3 lg:grid-cols-2">
      {designs.map((summary) => (
        <DesignPanel key={summary.design} summary={summary} asOf={asOf} />
      ))}
    </div>
  );
}

function DesignPanel({ summary, asOf }: { summary: DesignSummary; asOf: string | null }) {
  const { design, cards } = summary;
  const name = cardDesignWords[design];
  return (
    <section aria-label={name} className="panel flex flex-col">
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1 px-5 pt-3">
        <h2 className="text-md font-semibold">{name}</h2>
        <span className="small text-ink-3">{periodOf(summary)}</span>
        <span className="ml-auto flex flex-wrap gap-2" title={asOf ? `${formatDate(asOf)} itibarıyla` : undefined}>
          {cards ? <CountTags design={design} cards={cards} /> : null}
        </span>
      </div>
      <div className="mx-auto w-full max-w-[36rem] px-2 py-1">
        <CardDrawing numbered design={design} label={`${name} kartın şematik çizimi`} />
      </div>
      <FeatureList design={design} className="small flex-1 content-start border-t border-line px-5 py-3" />
    </section>
  );
}

function CountTags({ design, cards }: { design: DesignSummary["design"]; cards: NonNullable<DesignSummary["cards"]> }) {
  if (design === "new") return <Tag tone="accent">{formatNumber(cards.ending)} geçerli</Tag>;
  return (
    <>
      <Tag tone="grey">{formatNumber(cards.ending)} geçerli, bitişi var</Tag>
      {cards.open > 0 ? <Tag tone="grey">{formatNumber(cards.open)} geçerli, bitişi yok</Tag> : null}
    </>
  );
}
