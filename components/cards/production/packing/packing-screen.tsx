"use client";
import { useQuery } from "@tanstack/react-query";
import { PairForm } from "@/components/cards/production/packing/pair-form.tsx";
import { productionQueries } from "@/components/cards/production/production-queries.ts";
import { ageWords } from "@/components/cards/record/stage-age.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import type { PackableCard } from "@/lib/cards/manifest-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** A card into its envelope: its serial is read, then the envelope's barcode. */
export function PackingScreen() {
  const query = useQuery(productionQueries.packable());
  return (
    <DensityScope fallback="compact" className="flex min-w-0 flex-1 flex-col">
      <Breadcrumbs items={[{ label: "Üretim", href: "/cards/production" }, { label: "Paketleme" }]} />
      <Page wide className="grid min-w-0 gap-4">
        <PageHeader
          title="Paketleme"
          meta="Denetimden geçen kart zarfa konur, zarfın PTT barkodu karta yazılır."
          back={{ href: "/cards/production", label: "Üretim" }}
        />
        <LoadState query={query} what="Paketlenecek kartlar" lines={6}>
          {({ cards, total }) =>
            cards.length === 0 ? (
              <EmptyState title="Paketlenecek kart yok">Kalite denetiminden geçen kartlar burada görünür.</EmptyState>
            ) : (
              <div className="grid min-w-0 items-start gap-4 xl:grid-cols-[1fr_22rem]">
                <PairForm cards={cards} />
                <WaitingCards cards={cards} total={total} />
              </div>
            )
          }
        </LoadState>
      </Page>
    </DensityScope>
  );
}

function WaitingCards({ cards, total }: { cards: readonly PackableCard[]; total: number }) {
  const now = new Date().toISOString();
  const shown = cards.slice(0, 12);
  return (
    <Panel title="Bekleyenler" aside={formatNumber(total)} flush>
      <ul className="small">
        {shown.map(({ cardId, serialNumber, since }) => (
          <li key={cardId} className="flex justify-between gap-3 border-b border-line px-[var(--d-panel)] py-2 last:border-b-0">
            <span className="code">{serialNumber}</span>
            <span className="text-ink-3">{ageWords(since, now)}</span>
          </li>
        ))}
      </ul>
      {total > shown.length ? <p className="cap px-[var(--d-panel)] py-2">ve {formatNumber(total - shown.length)} kart daha</p> : null}
    </Panel>
  );
}
