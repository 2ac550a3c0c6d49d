"use client";
import { useQuery } from "@tanstack/react-query";
import { sessionQueries } from "@/components/access/access-queries.ts";
import { cardQueries } from "@/components/cards/card-queries.ts";
import { type ExceptionFilterState, useExceptionFilter } from "@/components/cards/exceptions/exception-filter.ts";
import { ExceptionTable } from "@/components/cards/exceptions/exception-table.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Chip, ChipRow } from "@/components/ui/chip.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { CardExceptionKind, exceptionWords } from "@/lib/cards/exceptions.ts";
import type { listCardExceptions } from "@/lib/cards/exceptions-contract.ts";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

type Queue = OutputOf<typeof listCardExceptions>;

/** What somebody must deal with about cards, the one due first on top. */
export function ExceptionsScreen() {
  const filter = useExceptionFilter();
  const query = useQuery(cardQueries.exceptions(filter.request));
  const { data: me } = useQuery({ ...sessionQueries.me(), staleTime: Number.POSITIVE_INFINITY });
  return (
    <DensityScope fallback={me?.provinceId === null ? "compact" : "comfortable"} className="flex min-w-0 flex-1 flex-col bg-surface">
      <Breadcrumbs items={[{ label: "Kartlar", href: "/cards" }, { label: "İstisnalar" }]} />
      <PageHeader
        className="px-4 pt-4 pb-2 lg:px-5"
        title="Kart istisnaları"
        meta={query.data ? headWords(query.data) : "Okunuyor"}
        back={{ href: "/cards", label: "Kartlar" }}
      />
      <QueueFilters filter={filter} counts={query.data?.counts ?? []} />
      <LoadState query={query} what="Kart istisnaları" lines={8}>
        {(queue) =>
          queue.exceptions.length === 0 ? (
            <NoExceptions filter={filter} asOf={queue.asOf} />
          ) : (
            <>
              <ExceptionTable queue={queue} hasProvinces={me?.provinceId === null} stale={query.isPlaceholderData} />
              <QueueFoot filter={filter} next={queue.next} busy={query.isPlaceholderData} />
            </>
          )
        }
      </LoadState>
    </DensityScope>
  );
}

function headWords({ counts, asOf }: Queue): string {
  const total = counts.reduce((sum, one) => sum + one.total, 0);
  const overdue = counts.reduce((sum, one) => sum + one.overdue, 0);
  const late = overdue > 0 ? `, ${formatNumber(overdue)} gecikmiş` : "";
  return `${formatDateTime(new Date(asOf))} itibarıyla ${formatNumber(total)} açık${late}`;
}

function QueueFilters({ filter, counts }: { filter: ExceptionFilterState; counts: Queue["counts"] }) {
  const { kind, owner, overdue } = filter.shown;
  const offered = CardExceptionKind.options.filter((each) => kind?.includes(each) || counts.some((one) => one.kind === each));
  const toggled = (each: CardExceptionKind) => {
    const chosen = kind?.includes(each) ? kind.filter((one) => one !== each) : [...(kind ?? []), each];
    return chosen.length > 0 ? chosen : null;
  };
  return (
    <search className="border-b border-line px-4 py-2 lg:px-5">
      <ChipRow label="Filtreler">
        <Chip on={owner === "mine"} onClick={() => filter.setShown({ owner: owner === "mine" ? null : "mine" })}>
          Üstlendiklerim
        </Chip>
        <Chip on={owner === "free"} onClick={() => filter.setShown({ owner: owner === "free" ? null : "free" })}>
          Üstlenilmemiş
        </Chip>
        <Chip on={overdue === "yes"} onClick={() => filter.setShown({ overdue: overdue === "yes" ? null : "yes" })}>
          Gecikmiş
        </Chip>
        {offered.map((each) => (
          <Chip
            key={each}
            on={kind?.includes(each) ?? false}
            count={counts.find((one) => one.kind === each)?.total ?? 0}
            onClick={() => filter.setShown({ kind: toggled(each) })}
          >
            {exceptionWords[each]}
          </Chip>
        ))}
        {filter.isFiltered ? (
          <button type="button" className="link small shrink-0" onClick={filter.clear}>
            Temizle
          </button>
        ) : null}
      </ChipRow>
    </search>
  );
}

function QueueFoot({ filter, next, busy }: { filter: ExceptionFilterState; next: string | null; busy: boolean }) {
  const { after } = filter.shown;
  if (after === null && next === null) return null;
  return (
    <div className="sticky bottom-0 z-10 flex justify-end gap-2 border-t border-line bg-surface px-4 py-2 max-lg:bottom-14 lg:px-5">
      <Button size="sm" off={after === null && "İlk sayfadasınız"} showReason={false} onClick={() => filter.turnTo(null)}>
        Başa dön
      </Button>
      <Button
        size="sm"
        off={next === null && "Son sayfadasınız"}
        showReason={false}
        busy={busy ? "Okunuyor" : false}
        onClick={() => filter.turnTo(next)}
      >
        Sonraki 50
      </Button>
    </div>
  );
}

function NoExceptions({ filter, asOf }: { filter: ExceptionFilterState; asOf: string }) {
  if (!filter.isFiltered) {
    return (
      <EmptyState title="Açık istisna yok">
        İade gelen, ilerlemeyen ya da kodu bilinmeyen kartlar burada görünür. Son bakış {formatDateTime(new Date(asOf))}.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Bu filtreye uyan istisna yok"
      action={
        <button type="button" className="link" onClick={filter.clear}>
          Filtreleri temizle
        </button>
      }
    >
      Filtreyi genişletin.
    </EmptyState>
  );
}
