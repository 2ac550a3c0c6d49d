"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { statisticsQueries } from "@/components/statistics/statistics-queries.ts";
import { Dialog } from "@/components/ui/dialog.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { ScrollRegion } from "@/components/ui/scroll-region.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";
import type { reconcileStatistics } from "@/lib/statistics/contract.ts";

type Reconciliation = OutputOf<typeof reconcileStatistics>;

/** Whether what is shown agrees with the records, in words, with the reckoning behind it (D14). */
export function ReconciliationVerdict() {
  const query = useQuery(statisticsQueries.reconciliation());
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex flex-col justify-center gap-0.5 text-sm">
      {query.data ? (
        <Verdict reconciliation={query.data} />
      ) : (
        <span className="text-ink-3">{query.error ? "Denetim alınamadı" : "Denetleniyor"}</span>
      )}
      <button type="button" data-chrome="" className="link self-start max-lg:min-h-9" onClick={() => setOpen(true)}>
        Denetimi gör
      </button>
      {isOpen ? (
        <Dialog
          open
          onOpenChange={setOpen}
          width="md"
          title="Kayıtlarla denetim"
          description="Rakamların okunduğu sütunlu kopya, her ölçü için kayıtların kendisiyle karşılaştırılır. Farkı 0 olmayan satır, kopyanın kayıtlardan ayrıldığını gösterir."
        >
          <LoadState query={query} what="Denetim" lines={6}>
            {(reconciliation) => <Lines reconciliation={reconciliation} />}
          </LoadState>
        </Dialog>
      ) : null}
    </div>
  );
}

function Verdict({ reconciliation: { at, difference } }: { reconciliation: Reconciliation }) {
  if (at === null)
    return (
      <StateWord tone="green" glyph="done">
        Doğrudan kayıtlardan
      </StateWord>
    );
  return difference === 0 ? (
    <StateWord tone="green" glyph="done">
      Kayıtlarla uyuşuyor
    </StateWord>
  ) : (
    <StateWord tone="red" glyph="alert">
      Kayıtlardan {formatNumber(difference)} farklı
    </StateWord>
  );
}

function Lines({ reconciliation: { at, loadedAt, lines } }: { reconciliation: Reconciliation }) {
  return (
    <>
      <p className="cap num mb-2">
        {at === null
          ? "Kopya henüz yüklenmedi; rakamlar kayıtların kendisinden okunuyor."
          : `Kopya ${formatDateTime(new Date(at))} anının kayıtlarını taşıyor${loadedAt ? `, ${formatDateTime(new Date(loadedAt))} yüklendi` : ""}.`}
      </p>
      <ScrollRegion label="Denetim satırları" className="max-h-[50dvh] overflow-auto [--sticky-top:0]">
        <Table caption="Kayıtlarla denetim" inset rows={false}>
          <thead>
            <tr>
              <Head>Ne</Head>
              <Head numeric>Kopya</Head>
              <Head numeric>Kayıtlar</Head>
              <Head numeric>Fark</Head>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, columns, database, difference }) => (
              <Row key={name}>
                <Cell wrap>{name}</Cell>
                <Cell numeric>{columns === null ? null : formatNumber(columns)}</Cell>
                <Cell numeric>{formatNumber(database)}</Cell>
                <Cell numeric className={difference ? "font-semibold text-red" : undefined}>
                  {difference === null ? null : formatNumber(difference)}
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      </ScrollRegion>
    </>
  );
}
