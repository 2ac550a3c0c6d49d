"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sessionQueries } from "@/components/access/access-queries.ts";
import { useMay } from "@/components/access/use-may.ts";
import { cardQueries } from "@/components/cards/card-queries.ts";
import { type CardFilterState, useCardFilter } from "@/components/cards/list/card-filter.ts";
import { CardTable } from "@/components/cards/list/card-table.tsx";
import { CarrierFileDialog } from "@/components/cards/list/carrier-file-dialog.tsx";
import { FilterBar } from "@/components/cards/list/filter-bar.tsx";
import { KeyHelp } from "@/components/permits/list/key-help.tsx";
import { PermitListFoot } from "@/components/permits/list/permit-list-foot.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { useKeptChoice } from "@/components/ui/kept-choice.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import type { listCards } from "@/lib/cards/card-contract.ts";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

/** Every card of one's rows; the address is the filter, the page and the order. */
export function CardsScreen() {
  const filter = useCardFilter();
  const query = useQuery(cardQueries.page(filter.request, filter.after));
  const { data: count } = useQuery(cardQueries.count(filter.request));
  const { data: me } = useQuery({ ...sessionQueries.me(), staleTime: Number.POSITIVE_INFINITY });
  const hasProvinces = me?.provinceId === null;
  return (
    <DensityScope fallback="compact" className="flex min-w-0 flex-1 flex-col bg-surface">
      <Breadcrumbs items={[{ label: "Kartlar" }]} />
      <CardListHead />
      <FilterBar filter={filter} hasProvinces={hasProvinces} />
      <LoadState query={query} what="Kartlar" lines={8}>
        {(page) =>
          page.cards.length === 0 ? (
            <NoCards filter={filter} />
          ) : (
            <CardRows page={page} total={count?.total} filter={filter} hasProvinces={hasProvinces} stale={query.isPlaceholderData} />
          )
        }
      </LoadState>
    </DensityScope>
  );
}

/** Says how many cards there are in all; the foot says how many the filter finds. */
function CardListHead() {
  const { data: all } = useQuery(cardQueries.count({}));
  const { data: waiting } = useQuery(cardQueries.summary());
  const may = useMay();
  const [isUploading, setUploading] = useState(false);
  return (
    <>
      <PageHeader
        className="px-4 pt-4 pb-2 lg:px-5"
        title="Kartlar"
        meta={all ? `${formatDateTime(new Date(all.asOf))} itibarıyla ${formatNumber(all.total)} kart` : "Sayılıyor"}
        actions={
          <>
            {may("carrier:record") ? <Button onClick={() => setUploading(true)}>PTT hareketlerini yükle</Button> : null}
            <ButtonLink href="/cards/exceptions">İstisnalar{waiting ? ` (${formatNumber(waiting.total)})` : ""}</ButtonLink>
          </>
        }
      />
      {isUploading ? <CarrierFileDialog onClose={() => setUploading(false)} /> : null}
    </>
  );
}

type CardRowsProps = {
  page: OutputOf<typeof listCards>;
  total: number | undefined;
  filter: CardFilterState;
  hasProvinces: boolean;
  stale: boolean;
};

function CardRows({ page, total, filter, hasProvinces, stale }: CardRowsProps) {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [letterKeys, keepLetterKeys] = useKeptChoice("letter-keys");
  return (
    <>
      <CardTable
        cards={page.cards}
        asOf={page.asOf}
        hasProvinces={hasProvinces}
        sort={filter.shown.sort ?? "newest"}
        onSort={filter.sortBy}
        stale={stale}
      />
      <div className="flex-1" />
      <PermitListFoot
        shownCount={page.cards.length}
        total={total}
        after={filter.after}
        next={page.next}
        busy={stale}
        onTurn={filter.turnTo}
        onHelp={() => setHelpOpen(true)}
        hasPicks={false}
      />
      <KeyHelp
        open={isHelpOpen}
        onOpenChange={setHelpOpen}
        hasLetterKeys={letterKeys !== "off"}
        onLetterKeys={(on) => keepLetterKeys(on ? null : "off")}
      />
    </>
  );
}

function NoCards({ filter }: { filter: CardFilterState }) {
  if (!filter.isFiltered) {
    return <EmptyState title="Kart yok">Bir izin için kart istendiğinde burada görünür.</EmptyState>;
  }
  return (
    <EmptyState
      title="Bu filtreye uyan kart yok"
      action={
        <button type="button" className="link" onClick={filter.clear}>
          Filtreleri temizle
        </button>
      }
    >
      Filtreyi genişletin ya da kartı kart no, seri no veya barkodla arayın.
    </EmptyState>
  );
}
