"use client";
import { useQuery } from "@tanstack/react-query";
import { LedgerFrame } from "@/components/cards/ledger/ledger-frame.tsx";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { ledgerQueries } from "@/components/cards/ledger/ledger-queries.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { SeriesPanels } from "@/components/cards/ledger/series/series-panels.tsx";
import { SeriesWarnings } from "@/components/cards/ledger/series/series-warnings.tsx";
import { StockActMenu } from "@/components/cards/ledger/series/stock-act-menu.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { TabLinks } from "@/components/ui/tabs.tsx";
import type { SeriesRecord } from "@/lib/cards/ledger-contract.ts";
import type { SeriesRow } from "@/lib/cards/ledger-rows.ts";
import { documents } from "@/lib/cards/ledger-words.ts";
import { formatDate, formatDateTime } from "@/lib/platform/locale/tr.ts";

/** Valued paper in one picture: every blank of a series from the Mint to its holder. Without a name, the largest series. */
export function LedgerScreen({ series: wanted }: { series?: string }) {
  const list = useQuery(ledgerQueries.seriesList());
  return (
    <LedgerFrame crumbs={wanted ? [{ label: `Seri ${wanted}` }] : []}>
      <LoadState query={list} what="Değerli kâğıt defteri" lines={8}>
        {({ series }) => {
          const code = wanted ?? largest(series)?.code;
          return code ? <SeriesPage code={code} series={series} /> : <NoSeries />;
        }}
      </LoadState>
    </LedgerFrame>
  );
}

const largest = (series: readonly SeriesRow[]): SeriesRow | undefined =>
  series.toSorted((one, other) => (other.figures?.declaredCount ?? 0) - (one.figures?.declaredCount ?? 0))[0];

function NoSeries() {
  return (
    <Page wide>
      <PageHeader title="Değerli kâğıt defteri" />
      <EmptyState title="Defterde henüz seri yok">Darphane’nin ilk beyanı ya da gönderisi yazıldığında seri burada görünür.</EmptyState>
    </Page>
  );
}

function SeriesPage({ code, series }: { code: string; series: readonly SeriesRow[] }) {
  const query = useQuery(ledgerQueries.series(code));
  return (
    <Page wide className="grid gap-3 pt-4 lg:pt-4">
      <PageHeader
        title={`Değerli kâğıt defteri, ${code}`}
        meta={query.data ? headWords(query.data) : undefined}
        actions={query.data ? <StockActMenu record={query.data} /> : undefined}
      />
      {series.length > 1 ? (
        <TabLinks
          label="Seriler"
          tabs={series.map((row) => ({
            href: ledgerHrefs.series(row.code),
            label: `Seri ${row.code}`,
            ...(row.figures ? { count: row.figures.declaredCount } : {}),
            current: row.code === code,
          }))}
        />
      ) : null}
      <LoadState query={query} what={`${code} serisi`} lines={8}>
        {(record) => (
          <>
            <SeriesWarnings record={record} />
            <SeriesPanels record={record} />
          </>
        )}
      </LoadState>
    </Page>
  );
}

function headWords({ asOf, figures, price }: SeriesRecord): string {
  const when = `${formatDateTime(new Date(asOf))} itibarıyla`;
  if (!figures) return when;
  const value = `${moneyText(figures.declaredCount * price.price)} (${formatDate(price.from)} tarifesi: belge başına ${moneyText(price.price)})`;
  return `${when} · ${documents(figures.declaredCount)} · ${value}`;
}
