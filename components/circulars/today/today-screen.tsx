"use client";
import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import type { ReactNode } from "react";
import { useMay } from "@/components/access/use-may.ts";
import { DispatchStrips } from "@/components/circulars/today/dispatch-strips.tsx";
import { bringsWork, OpenPlaces } from "@/components/circulars/today/open-places.tsx";
import { longestWait } from "@/components/circulars/today/waiting-age.ts";
import { WaitingList } from "@/components/circulars/today/waiting-list.tsx";
import { todayQueries } from "@/components/circulars/today-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import type { readToday } from "@/lib/circulars/incoming-contract.ts";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";
import { formatLongDate, formatNumber, formatTime, formatWeekday } from "@/lib/platform/locale/tr.ts";

type Today = OutputOf<typeof readToday>;

/** The home page: what waits for this person, with its age, and how far the last dispatches have come. `others` is the work of other words. */
export function TodayScreen({ others }: { others?: ReactNode }) {
  const query = useQuery(todayQueries.read());
  const may = useMay();
  const { data } = query;
  return (
    <DensityScope fallback="comfortable" className="flex-1">
      <Breadcrumbs items={[{ label: "Bugün" }]} />
      <Page>
        <PageHeader
          className="items-end"
          title="Bugün"
          meta={data ? <Summary today={data} works={bringsWork(may)} /> : undefined}
          actions={
            data ? (
              <LastLook asOf={data.asOf} failed={query.isError} busy={query.isFetching} onRefresh={() => query.refetch()} />
            ) : undefined
          }
        />
        <LoadState query={query} what="Bugünün listesi" lines={8}>
          {(today) => <TodayColumns today={today} others={others} />}
        </LoadState>
      </Page>
    </DensityScope>
  );
}

function TodayColumns({ today, others }: { today: Today; others: ReactNode }) {
  const may = useMay();
  const works = bringsWork(may);
  const seesDispatches = may("circular:read");
  return (
    <div className="mt-5 grid items-start gap-4 lg:grid-cols-[1fr_20rem] lg:gap-6">
      <div className="space-y-4 max-lg:order-2">
        {works ? <WaitingList items={today.items} asOf={today.asOf} /> : null}
        {others}
        {works ? null : <OpenPlaces may={may} />}
      </div>
      <div className="max-lg:contents lg:space-y-6">
        {seesDispatches ? <DispatchStrips dispatches={today.dispatches} asOf={today.asOf} className="max-lg:order-1" /> : null}
        <p className="px-1 text-base text-ink-3 max-lg:order-3">{noteOf({ works, seesDispatches })}</p>
      </div>
    </div>
  );
}

function noteOf({ works, seesDispatches }: { works: boolean; seesDispatches: boolean }): string {
  if (works) return "Yeni iş düştüğünde burada görünür. Liste iki dakikada bir yenilenir.";
  return seesDispatches ? "Bu sayfa iki dakikada bir yenilenir." : "Yazı ve kurum kayıtları bu hesaba kapalıdır.";
}

function Summary({ today, works }: { today: Today; works: boolean }) {
  const day = `${formatLongDate(new Date(today.asOf))} ${formatWeekday(new Date(today.asOf))}.`;
  const wait = longestWait(today.items, today.asOf);
  return (
    <span className="text-md text-ink-2">
      {day} {works ? <WaitingSentence count={today.items.length} wait={wait} /> : "Bu hesaba yazı işi düşmez."}
    </span>
  );
}

function WaitingSentence({ count, wait }: { count: number; wait: string | null }) {
  if (count === 0) return "Sizi bekleyen iş yok.";
  return (
    <>
      Sizi bekleyen <strong className="font-semibold text-ink">{formatNumber(count)} iş</strong> var{wait ? `; ${wait}` : ""}.
    </>
  );
}

type LastLookProps = { asOf: string; failed: boolean; busy: boolean; onRefresh: () => void };

/** When the list was last read; what stays on the screen after a failed look says so. */
function LastLook({ asOf, failed, busy, onRefresh }: LastLookProps) {
  const time = formatTime(new Date(asOf));
  return (
    <button
      type="button"
      className="cap num flex items-center gap-1.5 rounded-md hover:text-ink max-lg:-my-2 max-lg:min-h-11"
      aria-busy={busy || undefined}
      onClick={onRefresh}
    >
      <RefreshCw size={12} strokeWidth={1.75} aria-hidden="true" />
      <span className={failed ? "text-amber" : undefined}>
        {failed ? `Yenilenemedi; ${time} görünümü` : `Son bakış ${time}`}
        <span className="sr-only">. Şimdi yenile</span>
      </span>
    </button>
  );
}
