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
import { ScrollRegion } from "@/components/ui/scroll-region.tsx";
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
            <ScrollRegion label="Kılavuzun sayfası" className="overflow-x-auto print:overflow-visible">
              <GuideSheet designs={designs} />
            </ScrollRegion>
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

/** 267 mm is the width between the margins; paper stays white in the dark. */
function GuideSheet({ designs: { designs, verificationAddress } }: { designs: CardDesigns }) {
  return (
    <article className="paper page-across mx-auto w-[297mm] p-[15mm] text-[10.5pt] leading-[1.3] print:w-auto print:p-0 print:shadow-none">
      <h2 className="text-[16pt] leading-tight font-bold">Çalışma izni kartları: banko kılavuzu</h2>
      <p className="mt-1 text-[12pt]">
        <b>{bothAreValid}</b> {oldCardPromise}
      </p>
      <p className="mt-1 text-[9pt]">
        <b>ŞEMATİK ÇİZİM.</b> {schematicNote}
      </p>
      <div className="mt-3 grid grid-cols-2 gap-4">
        {designs.map((summary) => (
          <GuideDesign key={summary.design} summary={summary} />
        ))}
      </div>
      <div className="mt-4 grid grid-cols-[1fr_auto] gap-5">
        <CounterSteps className="grid grid-cols-3 gap-4" />
        <p className="flex items-center gap-2 text-right text-[8.5pt]">
          <span>
            <b className="block">Sorgu sayfası</b>
            {verificationAddress}
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
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="text-[12pt] font-bold">{name}</h3>
        <span className="text-[9.5pt]">{periodOf(summary)}</span>
      </div>
      <CardDrawing numbered design={summary.design} label={`${name} kartın şematik çizimi`} className="mx-auto w-[88%]" />
      <FeatureList design={summary.design} className="mt-1 text-[9.5pt]" />
    </section>
  );
}
