"use client";
import { useQuery } from "@tanstack/react-query";
import { Download, Printer } from "lucide-react";
import { CardDrawing } from "@/components/cards/designs/card-drawing.tsx";
import { CounterSteps } from "@/components/cards/designs/counter-steps.tsx";
import { counterGuideUrl, designQueries } from "@/components/cards/designs/design-queries.ts";
import { FeatureList } from "@/components/cards/designs/feature-list.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { QrPicture } from "@/components/ui/qr-picture.tsx";
import { bothAreValid, oldCardPromise, schematicNote } from "@/lib/cards/card-features.ts";
import { cardDesignWords } from "@/lib/cards/card-words.ts";
import { periodOf } from "@/lib/cards/designs.ts";
import type { CardDesigns, DesignSummary } from "@/lib/cards/designs-contract.ts";

const icon = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;

/** The sheet for a counter's wall: one A4 page across, as it is printed. */
export function CounterGuideScreen() {
  const query = useQuery(designQueries.designs());
  return (
    <DensityScope fallback="comfortable" className="flex-1">
      <Breadcrumbs
        items={[{ label: "Kartlar", href: "/cards" }, { label: "Eski ve yeni kart", href: "/cards/designs" }, { label: "Banko kılavuzu" }]}
      />
      <div className="px-4 py-4 lg:px-5 print:p-0">
        <div data-chrome="" className="mb-4">
          <PageHeader
            title="Banko kılavuzu"
            meta="A4 yatay, bir sayfa. Kurumlara dağıtımlı yazının eki olarak da gönderilebilir."
            back={{ href: "/cards/designs", label: "Eski ve yeni kart" }}
            actions={<GuideActions />}
          />
        </div>
        <LoadState query={query} what="Banko kılavuzu" lines={8}>
          {(designs) => (
            <div className="@container">
              <GuideSheet designs={designs} />
            </div>
          )}
        </LoadState>
      </div>
    </DensityScope>
  );
}

function GuideActions() {
  return (
    <>
      <a href={counterGuideUrl} download className="btn">
        <Download {...icon} />
        PDF indir
      </a>
      <Button tone="primary" icon={<Printer {...icon} />} onClick={() => window.print()}>
        Kılavuzu yazdır
      </Button>
    </>
  );
}

/** The page as it is printed where there is room for it, one column where there is not; paper stays white in the dark. */
function GuideSheet({ designs: { designs, verificationAddress } }: { designs: CardDesigns }) {
  return (
    <article className="paper page-across mx-auto max-w-[297mm] p-4 text-sm leading-snug @4xl:p-[15mm] @4xl:text-[10.5pt] @4xl:leading-[1.3] print:max-w-none print:p-0 print:text-[10.5pt] print:leading-[1.3] print:shadow-none">
      <h2 className="text-[16pt] leading-tight font-bold">Çalışma izni kartları: banko kılavuzu</h2>
      <p className="mt-1 text-base @4xl:text-[12pt] print:text-[12pt]">
        <b>{bothAreValid}</b> {oldCardPromise}
      </p>
      <p className="mt-1 text-xs @4xl:text-[9pt] print:text-[9pt]">
        <b>ŞEMATİK ÇİZİM.</b> {schematicNote}
      </p>
      <div className="mt-3 grid gap-4 @4xl:grid-cols-2 print:grid-cols-2">
        {designs.map((summary) => (
          <GuideDesign key={summary.design} summary={summary} />
        ))}
      </div>
      <div className="mt-4 grid gap-5 @4xl:grid-cols-[1fr_auto] print:grid-cols-[1fr_auto]">
        <CounterSteps className="grid gap-4 @4xl:grid-cols-3 print:grid-cols-3" />
        <p className="flex items-center gap-3 text-xs max-@4xl:flex-row-reverse max-@4xl:justify-end @4xl:gap-2 @4xl:text-right @4xl:text-[8.5pt] print:flex-row print:text-right print:text-[8.5pt]">
          <span>
            <b className="block">Sorgu sayfası</b>
            <span className="[overflow-wrap:anywhere]">{verificationAddress}</span>
          </span>
          <QrPicture address={verificationAddress} label="Sorgu sayfasının karekodu" className="size-[22mm]" />
        </p>
      </div>
    </article>
  );
}

function GuideDesign({ summary }: { summary: DesignSummary }) {
  const name = cardDesignWords[summary.design];
  return (
    <section aria-label={name} className="flex flex-col rounded-md border border-current/40 p-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="text-[12pt] font-bold">{name}</h3>
        <span className="text-[9.5pt]">{periodOf(summary)}</span>
      </div>
      <CardDrawing
        numbered
        design={summary.design}
        label={`${name} kartın şematik çizimi`}
        className="mx-auto @4xl:w-[88%] print:w-[88%]"
      />
      <FeatureList design={summary.design} className="mt-1 @4xl:text-[9.5pt] print:text-[9.5pt]" />
    </section>
  );
}
