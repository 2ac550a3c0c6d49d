"use client";
import { useQuery } from "@tanstack/react-query";
import { LedgerFrame } from "@/components/cards/ledger/ledger-frame.tsx";
import { ledgerQueries } from "@/components/cards/ledger/ledger-queries.ts";
import { lawful, useMovementFilter } from "@/components/cards/ledger/movements/movement-filter.ts";
import { MovementFilterBar } from "@/components/cards/ledger/movements/movement-filter-bar.tsx";
import { MovementTable } from "@/components/cards/ledger/movements/movement-table.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";

/** Every act on the ledger, newest first; what a box of the picture or a term of an equation opens. */
export function MovementsScreen() {
  const { after, shown, set } = useMovementFilter();
  const query = useQuery(ledgerQueries.movements({ ...lawful(shown), ...(after ? { after: String(after) } : {}) }));
  return (
    <LedgerFrame crumbs={[{ label: "Hareketler" }]}>
      <div className="flex flex-1 flex-col bg-surface">
        <PageHeader
          className="px-4 pt-4 pb-2 lg:px-5"
          title="Hareketler"
          meta="Yazılan hareket silinmez ve değiştirilmez; yanlışı ters kayıt düzeltir."
        />
        <MovementFilterBar shown={shown} onChange={(change) => set({ ...change, after: null })} />
        <LoadState query={query} what="Hareketler" lines={8}>
          {({ movements, next }) => (
            <>
              {movements.length === 0 ? (
                <EmptyState title="Bu süzgece uyan hareket yok">Seriyi, türü ya da tarihleri değiştirin.</EmptyState>
              ) : (
                <MovementTable caption="Hareketler, en yeni üstte" movements={movements} />
              )}
              <div className="flex justify-end gap-2 px-4 py-3 lg:px-5">
                {after ? (
                  <Button size="sm" onClick={() => set({ after: null })}>
                    Başa dön
                  </Button>
                ) : null}
                {next ? (
                  <Button size="sm" busy={query.isPlaceholderData ? "Okunuyor" : false} onClick={() => set({ after: next })}>
                    Sonraki 50
                  </Button>
                ) : null}
              </div>
            </>
          )}
        </LoadState>
      </div>
    </LedgerFrame>
  );
}
