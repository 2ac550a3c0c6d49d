"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ChannelWord } from "@/components/institutions/channel-word.tsx";
import { useSettled } from "@/components/institutions/institution-filter.ts";
import { directorySearch } from "@/components/institutions/institution-filter-bar.tsx";
import { institutionQueries } from "@/components/institutions/institution-queries.ts";
import { Button } from "@/components/ui/button.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { ScrollRegion } from "@/components/ui/scroll-region.tsx";
import { SearchBox } from "@/components/ui/search-box.tsx";
import type { InstitutionRow } from "@/lib/institutions/contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type AddMembersDialogProps = {
  listed: ReadonlySet<string>;
  onAdd: (rows: readonly InstitutionRow[]) => void;
  onClose: () => void;
};

/** Picks institutions in the order they are ticked; what is on the list already says so. */
export function AddMembersDialog({ listed, onAdd, onClose }: AddMembersDialogProps) {
  const [text, setText] = useState("");
  const [picked, setPicked] = useState<readonly InstitutionRow[]>([]);
  const q = useSettled(text, 200).trim();
  const query = useInfiniteQuery(institutionQueries.list(q ? { q } : {}));
  const isPicked = (row: InstitutionRow) => picked.some((other) => other.id === row.id);
  const pick = (row: InstitutionRow, on: boolean) =>
    setPicked((rows) => (on ? [...rows, row] : rows.filter((other) => other.id !== row.id)));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      width="md"
      title="Dizinden ekle"
      description="Seçtiğiniz kurumlar seçtiğiniz sırayla listenin sonuna eklenir."
      foot={
        <>
          <Button tone="quiet" onClick={onClose}>
            Vazgeç
          </Button>
          <Button tone="primary" off={picked.length === 0 ? "Önce kurum seçin." : false} onClick={() => onAdd(picked)}>
            {picked.length === 0 ? "Kurumları ekle" : `${formatNumber(picked.length)} kurumu ekle`}
          </Button>
        </>
      }
    >
      <SearchBox {...directorySearch} value={text} onSearch={setText} hasKey={false} />
      <ScrollRegion label="Bulunan kurumlar" className="mt-3 max-h-[45dvh] overflow-y-auto rounded-md border border-line">
        <LoadState query={query} what="Kurum listesi">
          {({ pages }) =>
            pages[0]?.institutions.length === 0 ? (
              <EmptyState title="Bu arama ile kurum bulunmadı">Daha kısa bir sözcük deneyin.</EmptyState>
            ) : (
              <ul className="divide-y divide-line">
                {pages
                  .flatMap((page) => unlistedFirst(page.institutions, listed))
                  .map((row) => (
                    <li key={row.id} className="px-3 py-2">
                      <Checkbox
                        checked={listed.has(row.id) || isPicked(row)}
                        disabled={listed.has(row.id)}
                        onCheckedChange={(on) => pick(row, on)}
                        label={row.name}
                        hint={listed.has(row.id) ? "Listede var" : <ChannelWord channels={row.channels} />}
                      />
                    </li>
                  ))}
                {query.hasNextPage ? (
                  <li className="px-3 py-2">
                    <Button size="sm" busy={query.isFetchingNextPage ? "Okunuyor" : false} onClick={() => query.fetchNextPage()}>
                      Sonrakileri göster
                    </Button>
                  </li>
                ) : null}
              </ul>
            )
          }
        </LoadState>
      </ScrollRegion>
    </Dialog>
  );
}

const unlistedFirst = (rows: readonly InstitutionRow[], listed: ReadonlySet<string>): InstitutionRow[] =>
  rows.toSorted((a, b) => Number(listed.has(a.id)) - Number(listed.has(b.id)));
