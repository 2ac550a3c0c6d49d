"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { LedgerFrame } from "@/components/cards/ledger/ledger-frame.tsx";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { ledgerQueries } from "@/components/cards/ledger/ledger-queries.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { Equation, EquationVerdict } from "@/components/cards/ledger/picture/equation.tsx";
import { LossList } from "@/components/cards/ledger/series/loss-list.tsx";
import { equationsOf } from "@/components/cards/ledger/series/series-equations.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { documents } from "@/lib/cards/ledger-words.ts";
import type { readReconciliation } from "@/lib/cards/stock-contract.ts";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

type Reconciliation = OutputOf<typeof readReconciliation>;
type Reconciled = Reconciliation["series"][number];

/** The laws of conservation of every series in live numbers, worked out now from movements, holdings and cards (L2). */
export function ReconciliationScreen() {
  const query = useQuery(ledgerQueries.reconciliation());
  return (
    <LedgerFrame crumbs={[{ label: "Denklik" }]}>
      <Page wide className="grid content-start gap-4">
        <PageHeader
          title="Denklik"
          meta={
            query.data
              ? `${formatDateTime(new Date(query.data.asOf))} itibarıyla hareketlerden, hesaplardan ve kartlardan yeniden hesaplandı`
              : "Her numara tam olarak bir yerdedir."
          }
          actions={
            <Button busy={query.isFetching ? "Hesaplanıyor" : false} onClick={() => void query.refetch()}>
              Yeniden hesapla
            </Button>
          }
        />
        <LoadState query={query} what="Denklik" lines={8}>
          {({ series, price }) => (
            <>
              <Verdict series={series} />
              {series.map((each) => (
                <SeriesEquations key={each.code} series={each} price={price} />
              ))}
            </>
          )}
        </LoadState>
      </Page>
    </LedgerFrame>
  );
}

const differs = ({ equations, replayDifference }: Reconciled): boolean =>
  (replayDifference ?? 0) > 0 || (equations ?? []).some(({ difference }) => difference !== 0);

function Verdict({ series }: { series: readonly Reconciled[] }) {
  const broken = series.filter(differs);
  if (broken.length === 0) {
    const equations = series.reduce((sum, each) => sum + (each.equations?.length ?? 0), 0);
    return (
      <Banner tone="green" title={`${formatNumber(equations)} eşitliğin hepsi tutuyor; fark yok.`}>
        Defter ayrıca on dakikada bir kendiliğinden denetlenir; fark çıkarsa dosya açılır ve seri durur.
      </Banner>
    );
  }
  return (
    <Banner
      tone="red"
      title={`${broken.map(({ code }) => code).join(", ")} serisinde fark var.`}
      action={
        <Link href={ledgerHrefs.cases} className="link">
          Dosyaları aç
        </Link>
      }
    >
      Fark giderilene kadar seriden yeni partiye belge ayrılmaz.
    </Banner>
  );
}

type SeriesEquationsProps = { series: Reconciled; price: Reconciliation["price"] };

function SeriesEquations({ series: { code, isBlocked, equations, losses, replayDifference }, price }: SeriesEquationsProps) {
  const figures = equations ? equationsOf(code, equations) : null;
  return (
    <Panel
      title={
        <Link href={ledgerHrefs.series(code)} className="hover:underline">
          {code} serisi
        </Link>
      }
      aside={
        isBlocked ? (
          <StateWord tone="red" glyph="alert">
            Partiye ayırma durduruldu
          </StateWord>
        ) : (
          equations && <Worth equations={equations} price={price} />
        )
      }
    >
      {figures ? (
        <div className="grid gap-x-6 gap-y-4 lg:grid-cols-[minmax(0,1fr)_13rem]">
          <div className="divide-y divide-line">
            {figures.map((equation) => (
              <div key={equation.name} className="py-3 first:pt-0 last:pb-0">
                <h3 className="cap mb-1.5">{equation.name}</h3>
                <Equation equation={equation} />
              </div>
            ))}
          </div>
          <div className="lg:border-l lg:border-line lg:pl-6">
            <EquationVerdict equations={figures}>
              <ReplayWords difference={replayDifference} />
            </EquationVerdict>
          </div>
          {losses ? (
            <div className="lg:col-span-2">
              <h3 className="cap border-t border-line pt-3">Karta dönüşmeyen belgenin değeri, her olayın kendi günündeki tarifeyle</h3>
              <LossList losses={losses} series={code} />
            </div>
          ) : null}
        </div>
      ) : (
        <p className="small text-ink-2">Bu seride kör sayım sürüyor; rakamlar sayım bitene kadar size gösterilmez.</p>
      )}
    </Panel>
  );
}

/** All that was declared, at the tariff of today. */
function Worth({ equations, price }: { equations: NonNullable<Reconciled["equations"]>; price: Reconciliation["price"] }) {
  const declared = equations.find(({ name }) => name === "declared")?.total ?? 0;
  return `${documents(declared)} · ${moneyText(declared * price.price)} (belge başına ${moneyText(price.price)})`;
}

function ReplayWords({ difference }: { difference: number | null }) {
  if (difference === null) return null;
  return difference === 0 ? (
    <span className="text-ink-2">Bütün hareketler baştan işlendiğinde de aynı sonuç çıkıyor.</span>
  ) : (
    <span className="text-red">{formatNumber(difference)} numaranın yeri, hareketlerin baştan işlenmesiyle çıkan yerle aynı değil.</span>
  );
}
