"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeftRight, Snowflake } from "lucide-react";
import { useState } from "react";
import { sessionQueries } from "@/components/access/access-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { DefinitionLine } from "@/components/statistics/explore/definition-line.tsx";
import { timeSentence } from "@/components/statistics/explore/rows-sentence.ts";
import { isCounted } from "@/components/statistics/figure-text.ts";
import { Counted } from "@/components/statistics/filter/counted.tsx";
import { filterSentence } from "@/components/statistics/filter/filter-words.ts";
import { StatisticsChips } from "@/components/statistics/filter/statistics-chips.tsx";
import { type StatisticsFilterState, useStatisticsFilter } from "@/components/statistics/statistics-filter.ts";
import { statisticsQueries } from "@/components/statistics/statistics-queries.ts";
import { type Shown, shownWords } from "@/components/statistics/table/cell-text.ts";
import { CutTable } from "@/components/statistics/table/cut-table.tsx";
import { ExportMenu } from "@/components/statistics/table/export-menu.tsx";
import { FreezeDialog } from "@/components/statistics/table/freeze-dialog.tsx";
import { axisOptions, cutRequestOf, useTableRights } from "@/components/statistics/table/table-filter.ts";
import { axisLabel } from "@/components/statistics/value-names.ts";
import { Button, ButtonLink, IconButton } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { Select } from "@/components/ui/select.tsx";
import { formatDateTime, lowerTr } from "@/lib/platform/locale/tr.ts";
import { Axis } from "@/lib/statistics/contract.ts";
import { families } from "@/lib/statistics/families.ts";
import { MeasureName, measureOf } from "@/lib/statistics/measures.ts";

/** One measure by one or two breakdowns, to be read, taken away or frozen. */
export function TableScreen() {
  const filter = useStatisticsFilter();
  const request = cutRequestOf(filter);
  const asked = statisticsQueries.cut(request);
  const query = useQuery(asked);
  const { data: me } = useQuery({ ...sessionQueries.me(), staleTime: Number.POSITIVE_INFINITY });
  const { mayFreeze, mayPublish } = useTableRights();
  const [isFreezing, setFreezing] = useState(false);
  const [shown, setShown] = useState<Shown>("figure");
  const title = titleOf(filter, request.rows, request.columns);
  return (
    <DensityScope fallback="compact" className="flex min-w-0 flex-1 flex-col">
      <Breadcrumbs
        items={[{ label: "İstatistik", href: filter.hrefOf("/statistics", { rows: null, columns: null }) }, { label: "Tablo" }]}
      />
      <Page wide className="lg:pt-4">
        <PageHeader
          title={title}
          meta={query.data ? `${formatDateTime(new Date(query.data.asOf.at))} itibarıyla` : undefined}
          actions={
            <>
              <ButtonLink tone="quiet" href="/statistics/figures">
                Dondurulan rakamlar
              </ButtonLink>
              {mayPublish ? <ExportMenu cut={request} /> : null}
              {mayFreeze ? (
                <Button icon={<Snowflake size={16} strokeWidth={1.75} aria-hidden="true" />} onClick={() => setFreezing(true)}>
                  Rakamı dondur
                </Button>
              ) : null}
            </>
          }
        />
        <TableControls filter={filter} rows={request.rows} columns={request.columns} shown={shown} onShown={setShown} />
        <div className="mt-3">
          <StatisticsChips filter={filter} hasProvinces={me?.provinceId === null}>
            <Counted query={query} queryKey={asked.queryKey} filter={filter}>
              {(cut) => timeSentence(cut)}
            </Counted>
          </StatisticsChips>
        </div>
        <section className="panel mt-3 min-w-0 overflow-hidden p-3" aria-busy={query.isPlaceholderData}>
          <LoadState query={query} what="Tablo" lines={8}>
            {(cut) =>
              cut.rowCodes.length === 0 ? (
                <EmptyState title="Bu seçimde kayıt yok">Filtrelerden biri kaldırılınca tablo dolar.</EmptyState>
              ) : (
                <CutTable cut={cut} shown={shown} filter={filter} caption={title} />
              )
            }
          </LoadState>
        </section>
        <DefinitionLine measure={filter.measure} />
        {isFreezing ? (
          <FreezeDialog
            cut={request}
            suggestion={[title, filterSentence(filter)].filter(Boolean).join(" · ")}
            onClose={() => setFreezing(false)}
          />
        ) : null}
      </Page>
    </DensityScope>
  );
}

/** "Verilen izin: il ve tür" */
const titleOf = ({ measure }: StatisticsFilterState, rows: Axis, columns: Axis | undefined): string =>
  `${measureOf(measure).label}: ${lowerTr(axisLabel(rows))}${columns ? ` ve ${lowerTr(axisLabel(columns))}` : ""}`;

type TableControlsProps = {
  filter: StatisticsFilterState;
  rows: Axis;
  columns: Axis | undefined;
  shown: Shown;
  onShown: (shown: Shown) => void;
};

const measureOptions = families.flatMap(({ name, measures }) =>
  measures.map((value) => ({ value, label: `${name}: ${measureOf(value).label}` })),
);

function TableControls({ filter, rows, columns, shown, onShown }: TableControlsProps) {
  const { measure } = filter;
  const axisOf = (value: string): Axis | null => Axis.safeParse(value).data ?? null;
  return (
    <div data-chrome="" className="mt-3 flex flex-wrap items-end gap-3">
      <Field label="Ölçü" className="w-64 max-md:w-full">
        <Select
          value={measure}
          options={measureOptions}
          onChange={({ target }) => filter.set({ measure: MeasureName.safeParse(target.value).data ?? null })}
        />
      </Field>
      <Field label="Satırlar" className="w-44 max-md:w-24 max-md:flex-1">
        <Select
          value={rows}
          options={axisOptions(measure, columns)}
          onChange={({ target }) => filter.set({ rows: axisOf(target.value) })}
        />
      </Field>
      <IconButton
        label="Satırlarla sütunları değiştir"
        aria-disabled={columns === undefined}
        onClick={() => (columns ? filter.set({ rows: columns, columns: rows }) : undefined)}
        className={columns ? "" : "!text-ink-off"}
      >
        <ArrowLeftRight size={16} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      <Field label="Sütunlar" className="w-44 max-md:w-24 max-md:flex-1">
        <Select
          placeholder="Yok"
          value={columns ?? ""}
          options={axisOptions(measure, rows)}
          onChange={({ target }) => filter.set({ columns: axisOf(target.value) })}
        />
      </Field>
      {isCounted(measureOf(measure)) ? (
        <Field label="Hücreler" className="w-40 max-md:w-full">
          <Select
            value={shown}
            options={Object.entries(shownWords).map(([value, label]) => ({ value, label }))}
            onChange={({ target }) => onShown(target.value as Shown)}
          />
        </Field>
      ) : null}
    </div>
  );
}
