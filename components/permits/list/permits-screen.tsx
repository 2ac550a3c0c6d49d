"use client";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { sessionQueries } from "@/components/access/access-queries.ts";
import { ColumnChoice, useColumns } from "@/components/permits/list/column-choice.tsx";
import { ExportButton } from "@/components/permits/list/export-button.tsx";
import { FilterBar } from "@/components/permits/list/filter-bar.tsx";
import { KeyHelp } from "@/components/permits/list/key-help.tsx";
import { NoPermits } from "@/components/permits/list/no-permits.tsx";
import { PermitListFoot } from "@/components/permits/list/permit-list-foot.tsx";
import { PermitListHead } from "@/components/permits/list/permit-list-head.tsx";
import { usePermitRows } from "@/components/permits/list/permit-rows.ts";
import { PermitTable } from "@/components/permits/list/permit-table.tsx";
import { usePicks } from "@/components/permits/list/picks.ts";
import { SelectionBar } from "@/components/permits/list/selection-bar.tsx";
import { type PermitRequest, requestOf, usePermitFilter } from "@/components/permits/permit-filter.ts";
import { permitQueries } from "@/components/permits/permit-queries.ts";
import { PermitViews } from "@/components/permits/views/permit-views.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { usePalette } from "@/components/shell/palette/palette-context.ts";
import { useKeptChoice } from "@/components/ui/kept-choice.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import type { PermitRow } from "@/lib/permits/contract.ts";

/** Every permit of one's rows; the address is the filter, the page and the order. */
export function PermitsScreen({ bulkDeed }: { bulkDeed?: ReactNode }) {
  const filter = usePermitFilter();
  // An address that somebody wrote by hand and that holds no filter is asked as it stands, and refused in words.
  const request: PermitRequest = requestOf(filter.query) ?? Object.fromEntries(new URLSearchParams(filter.query));
  const query = useQuery(permitQueries.page(request, filter.after));
  const { data: count } = useQuery(permitQueries.count(request));
  const { data: me } = useQuery({ ...sessionQueries.me(), staleTime: Number.POSITIVE_INFINITY });
  const hasProvinces = me?.provinceId === null;
  const columns = useColumns(hasProvinces);
  const permits = query.data?.permits ?? [];
  return (
    <DensityScope fallback={hasProvinces ? "compact" : "comfortable"} className="flex min-w-0 flex-1 flex-col bg-surface">
      <Breadcrumbs items={[{ label: "İzin kayıtları" }]} />
      <PermitListHead />
      <PermitViews filter={filter} />
      <FilterBar
        filter={filter}
        hasProvinces={hasProvinces}
        sample={permits[0]}
        actions={
          <>
            <ColumnChoice {...columns} />
            <ExportButton request={request} total={count?.total} />
          </>
        }
      />
      <LoadState query={query} what="İzin kayıtları" lines={8}>
        {(page) =>
          page.permits.length === 0 ? (
            <NoPermits isFiltered={filter.isFiltered} onClear={filter.clear} />
          ) : (
            <PermitRows
              permits={page.permits}
              next={page.next}
              total={count?.total}
              columns={columns.columns}
              filter={filter}
              request={request}
              stale={query.isPlaceholderData}
              bulkDeed={bulkDeed}
            />
          )
        }
      </LoadState>
    </DensityScope>
  );
}

type PermitRowsProps = {
  permits: readonly PermitRow[];
  next: string | null;
  total: number | undefined;
  columns: ReturnType<typeof useColumns>["columns"];
  filter: ReturnType<typeof usePermitFilter>;
  request: PermitRequest;
  stale: boolean;
  bulkDeed: ReactNode;
};

function PermitRows({ permits, next, total, columns, filter, request, stale, bulkDeed }: PermitRowsProps) {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [letterKeys, keepLetterKeys] = useKeptChoice("letter-keys");
  const picks = usePicks(filter.query);
  const palette = usePalette();
  const ids = permits.map(({ id }) => id);
  const rows = usePermitRows({
    ids,
    onPick: (index) => picks.set(ids.slice(index, index + 1), !picks.has(ids[index] ?? "")),
    onClose: picks.clear,
    hasLetterKeys: letterKeys !== "off",
    onSearch: palette.open,
    onHelp: () => setHelpOpen(true),
  });
  return (
    <>
      {picks.ids.length > 0 ? (
        <SelectionBar key={filter.query} picks={picks} pageIds={ids} request={request} total={total} bulkDeed={bulkDeed} />
      ) : null}
      <PermitTable
        permits={permits}
        columns={columns}
        sort={filter.shown.sort ?? "newest"}
        onSort={(sort) => filter.setShown({ sort: sort === "newest" ? null : sort })}
        picks={picks}
        rows={rows}
        stale={stale}
      />
      <div className="flex-1" />
      <PermitListFoot
        shownCount={permits.length}
        total={total}
        after={filter.after}
        next={next}
        busy={stale}
        onTurn={filter.turnTo}
        onHelp={() => setHelpOpen(true)}
      />
      <KeyHelp
        open={isHelpOpen}
        onOpenChange={setHelpOpen}
        hasLetterKeys={letterKeys !== "off"}
        onLetterKeys={(on) => keepLetterKeys(on ? null : "off")}
      />
    </>
  );
}
