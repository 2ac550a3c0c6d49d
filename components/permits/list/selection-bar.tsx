"use client";
import { MessageSquarePlus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useMay } from "@/components/access/use-may.ts";
import { AnnotateDialog } from "@/components/permits/list/annotate-dialog.tsx";
import type { Picks } from "@/components/permits/list/picks.ts";
import { SelectionProvider } from "@/components/permits/list/selection-context.ts";
import { useFreezeSelection } from "@/components/permits/list/selection-queries.ts";
import type { PermitRequest } from "@/components/permits/permit-filter.ts";
import { Button } from "@/components/ui/button.tsx";
import { Kbd } from "@/components/ui/code.tsx";
import { mostSelected, type PermitSelection } from "@/lib/permits/selection-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type SelectionBarProps = {
  picks: Picks;
  pageIds: readonly string[];
  request: PermitRequest;
  /** Undefined while it is still being counted. */
  total: number | undefined;
  /** A bulk act of another word, which asks for the selection itself. */
  bulkDeed?: ReactNode;
};

/** What a bulk act would take: the ticked rows, or all that the filter finds, frozen on the server with their number. */
export function SelectionBar({ picks, pageIds, request, total, bulkDeed }: SelectionBarProps) {
  const mayAnnotate = useMay()("permit:amend");
  const freeze = useFreezeSelection();
  const [all, setAll] = useState<PermitSelection | null>(null);
  const [asked, setAsked] = useState<PermitSelection | null>(null);
  const picked = picks.ids.length;
  const count = all?.count ?? picked;
  const isWholePage = picked === pageIds.length && pageIds.every(picks.has);

  const freezeAll = () => freeze.mutateAsync({ filter: request });
  const freezePicks = () => freeze.mutateAsync({ filter: request, permitIds: picks.ids });
  const refresh = async () => setAsked(await (all ? freezeAll() : freezePicks()));
  function leave() {
    setAll(null);
    setAsked(null);
    picks.clear();
  }

  return (
    <section
      aria-label="Seçim"
      className="small flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-selected px-4 py-1 max-md:sticky max-md:top-(--top-h) max-md:z-10 max-md:gap-y-2 max-md:py-2 lg:px-5"
    >
      <p role="status" className="num">
        <strong className="font-semibold">{wordsOf({ isAll: all !== null, isWholePage, count })}</strong> seçildi.
      </p>
      {isWholePage || all !== null ? null : (
        <button type="button" className="link md:hidden" onClick={() => picks.set(pageIds, true)}>
          Bu sayfadakilerin tümünü seç
        </button>
      )}
      {all === null && total !== undefined && total > picked ? (
        <AllButton total={total} busy={freeze.isPending} onAll={async () => setAll(await freezeAll())} />
      ) : null}
      <div className="flex flex-wrap items-center gap-3 md:ml-auto">
        <SelectionProvider value={{ count, leave, isFreezing: freeze.isPending, freeze: () => (all ? freezeAll() : freezePicks()) }}>
          {bulkDeed}
        </SelectionProvider>
        {mayAnnotate ? (
          <Button
            size="sm"
            icon={<MessageSquarePlus size={14} strokeWidth={1.75} aria-hidden="true" />}
            busy={freeze.isPending ? "Sayılıyor" : false}
            onClick={async () => setAsked(all ?? (await freezePicks()))}
          >
            {formatNumber(count)} kayda şerh ekle
          </Button>
        ) : null}
        <button type="button" className="inline-flex items-center gap-1.5 text-ink-2 hover:text-ink" onClick={leave}>
          Seçimi bırak{" "}
          <span className="max-md:hidden">
            <Kbd>Esc</Kbd>
          </span>
        </button>
      </div>
      {asked ? <AnnotateDialog selection={asked} onRefresh={refresh} onClose={() => setAsked(null)} onDone={leave} /> : null}
    </section>
  );
}

type WordsOf = { isAll: boolean; isWholePage: boolean; count: number };

function wordsOf({ isAll, isWholePage, count }: WordsOf): string {
  if (isAll) return `Filtredeki ${formatNumber(count)} kayıt`;
  return `${isWholePage ? "Bu sayfadaki " : ""}${formatNumber(count)} kayıt`;
}

function AllButton({ total, busy, onAll }: { total: number; busy: boolean; onAll: () => void }) {
  if (total > mostSelected) {
    return <span className="text-ink-2">Filtredekilerin tümü için filtreyi {formatNumber(mostSelected)} kaydın altına indirin.</span>;
  }
  return (
    <button type="button" className="link num" aria-busy={busy || undefined} onClick={busy ? undefined : onAll}>
      Filtredeki {formatNumber(total)} kaydın tümünü seç
    </button>
  );
}
