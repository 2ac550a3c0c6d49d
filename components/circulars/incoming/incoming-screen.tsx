"use client";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useMay } from "@/components/access/use-may.ts";
import { useIncomingFilter } from "@/components/circulars/incoming/incoming-filter.ts";
import { incomingChipLabels, incomingStates } from "@/components/circulars/incoming/incoming-looks.ts";
import { IncomingTable } from "@/components/circulars/incoming/incoming-table.tsx";
import { incomingQueries } from "@/components/circulars/incoming-queries.ts";
import { todayQueries } from "@/components/circulars/today-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { ListFilterBar, StateChips } from "@/components/ui/list-filter-bar.tsx";
import { ListFoot } from "@/components/ui/list-foot.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";

/** The register of received letters: find one, see what became of it, open it. */
export function IncomingScreen() {
  const { shown, setShown, settled, clear, isFiltered } = useIncomingFilter();
  const query = useInfiniteQuery(incomingQueries.list(settled));
  const mayRegister = useMay()("incoming_letter:register");
  return (
    <DensityScope fallback="compact" className="flex flex-1 flex-col bg-surface">
      <Breadcrumbs items={[{ label: "Gelen yazılar" }]} />
      <PageHeader
        className="px-4 pt-4 pb-2 lg:px-5"
        title="Gelen yazılar"
        meta="Müdürlüğünüze gelen yazılar; dağıtıma çıkarılır ya da dosyalanır."
        actions={mayRegister ? <RegisterLink /> : undefined}
      />
      <IncomingFilterBar shown={shown} setShown={setShown} />
      <LoadState query={query} what="Gelen yazılar" lines={8}>
        {({ pages }) => {
          const letters = pages.flatMap((page) => page.letters);
          if (letters.length === 0) return <NoLetters isFiltered={isFiltered} onClear={clear} register={mayRegister && <RegisterLink />} />;
          return (
            <>
              <IncomingTable letters={letters} stale={query.isPlaceholderData} />
              <ListFoot
                shownCount={letters.length}
                total={null}
                noun="yazı"
                hasMore={query.hasNextPage}
                loadingMore={query.isFetchingNextPage}
                onMore={() => query.fetchNextPage()}
              />
            </>
          );
        }}
      </LoadState>
    </DensityScope>
  );
}

function RegisterLink() {
  return (
    <ButtonLink href="/incoming/new" tone="primary" icon={<Plus size={16} strokeWidth={1.75} aria-hidden="true" />}>
      Gelen yazı kaydet
    </ButtonLink>
  );
}

type IncomingFilterBarProps = Pick<ReturnType<typeof useIncomingFilter>, "shown" | "setShown">;

function IncomingFilterBar({ shown, setShown }: IncomingFilterBarProps) {
  const { data: today } = useQuery(todayQueries.read());
  const choices = incomingStates.map((state) => ({
    value: state,
    label: incomingChipLabels[state],
    count: state === "waiting" ? today?.waiting.incoming : undefined,
  }));
  const search = { label: "Gelen yazılarda ara", placeholder: "Konu ya da sayı", value: shown.q };
  return (
    <ListFilterBar search={{ ...search, onSearch: (q) => setShown({ q }) }} label="Durum">
      <StateChips choices={choices} chosen={shown.state} onChoose={(state) => setShown({ state })} />
    </ListFilterBar>
  );
}

function NoLetters({ isFiltered, onClear, register }: { isFiltered: boolean; onClear: () => void; register: ReactNode }) {
  if (!isFiltered) {
    return (
      <EmptyState title="Gelen yazı yok" action={register || undefined}>
        Kaydedilen her yazı burada görünür; bekleyenler Bugün sayfasında da durur.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Bu filtreye uyan yazı yok"
      action={
        <button type="button" className="link" onClick={onClear}>
          Filtreleri temizle
        </button>
      }
    >
      Daha kısa bir sözcük deneyin; konuda ve sayının başında aranır.
    </EmptyState>
  );
}
