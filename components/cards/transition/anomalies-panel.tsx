"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { OnPhone } from "@/components/cards/transition/on-phone.tsx";
import type { TransitionFilterState } from "@/components/cards/transition/transition-filter.ts";
import { transitionQueries } from "@/components/cards/transition/transition-queries.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { ScrollRegion } from "@/components/ui/scroll-region.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { anomalyGuards, anomalyWords } from "@/lib/cards/anomalies.ts";
import { DesignAnomaly, type listDesignAnomalies } from "@/lib/cards/transition-contract.ts";
import { permitKindWords } from "@/lib/permits/permit-words.ts";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

type Anomalies = OutputOf<typeof listDesignAnomalies>;

/** What must not be, looked for every day; each has its card and an owner. */
export function AnomaliesPanel({ filter }: { filter: TransitionFilterState }) {
  const query = useQuery(transitionQueries.anomalies(filter.request));
  return (
    <Panel flush title="Aykırılıklar" aside="Her gün aranır; açıklananlar buradan kalkar">
      <LoadState query={query} what="Aykırılıklar" lines={3}>
        {(found) => (
          <>
            <Rules counts={found.counts} />
            {found.anomalies.length > 0 ? <AnomalyTable anomalies={found.anomalies} /> : null}
          </>
        )}
      </LoadState>
    </Panel>
  );
}

function Rules({ counts }: { counts: Anomalies["counts"] }) {
  return (
    <ul className="divide-y divide-line">
      {DesignAnomaly.options.map((anomaly) => (
        <li key={anomaly} className="flex items-start justify-between gap-4 px-[var(--d-panel)] py-2">
          <div className="min-w-0">
            <p className="text-sm font-medium">{anomalyWords[anomaly]}</p>
            <p className="cap">{anomalyGuards[anomaly]}</p>
          </div>
          <StateWord
            tone={counts[anomaly] > 0 ? "amber" : "green"}
            glyph={counts[anomaly] > 0 ? "alert" : "done"}
            className="num shrink-0 text-sm"
          >
            {counts[anomaly] > 0 ? `${formatNumber(counts[anomaly])} kart` : "Yok"}
          </StateWord>
        </li>
      ))}
    </ul>
  );
}

function AnomalyTable({ anomalies }: Pick<Anomalies, "anomalies">) {
  return (
    <ScrollRegion label="Aykırı kartlar" className="max-h-64 overflow-auto [--sticky-top:0] border-t border-line print:max-h-none">
      <Table caption="Açıklanması beklenen aykırı kartlar" inset>
        <thead>
          <tr>
            <Head>Kart</Head>
            <Head>İl</Head>
            <Head>Tür</Head>
            <Head numeric>Düzenlenme</Head>
            <Head numeric>Son gün</Head>
            <Head>Sahibi</Head>
          </tr>
        </thead>
        <tbody>
          {anomalies.map((row) => (
            <Row key={`${row.cardId} ${row.anomaly}`}>
              <Cell lead>
                <Link href={`/cards/${row.cardId}`} className="link code" title={row.detail}>
                  {row.cardNumber}
                </Link>
              </Cell>
              <Cell>{provinceName(row.provinceId)}</Cell>
              <Cell rest>{permitKindWords[row.kind]}</Cell>
              <Cell numeric rest>
                {row.issuedOn ? formatDate(row.issuedOn) : ""}
              </Cell>
              <Cell numeric>
                <OnPhone>son gün</OnPhone>
                {formatDate(row.dueOn)}
              </Cell>
              <Cell rest>{row.ownerName ?? "Henüz yok"}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}
