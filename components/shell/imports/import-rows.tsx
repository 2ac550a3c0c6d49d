"use client";
import { useQuery } from "@tanstack/react-query";
import { parseAsInteger, parseAsStringLiteral, useQueryState } from "nuqs";
import { outcomeLabels } from "@/components/shell/imports/import-labels.ts";
import { importQueries } from "@/components/shell/imports/import-queries.ts";
import { faultsHref, type ImportTarget } from "@/components/shell/imports/import-target.ts";
import { Button } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { TabLinks } from "@/components/ui/tabs.tsx";
import { ImportOutcome, type ImportRowView, type ImportRunRecord } from "@/lib/platform/import/run-contract.ts";

/** What the dry run found, a tab an outcome; errors by row and cell with what stood there. */
export function ImportRows({ target, run }: { target: ImportTarget; run: ImportRunRecord }) {
  const first = (run.counts.invalid ?? 0) > 0 ? "invalid" : "new";
  const [chosen] = useQueryState("tab", parseAsStringLiteral(ImportOutcome.options));
  const [after, setAfter] = useQueryState("after", parseAsInteger.withDefault(0));
  const outcome = chosen ?? first;
  const labels = outcomeLabels(run.state);
  const query = useQuery(importQueries.rows(target, { importId: run.id, outcome, after, version: run.version }));
  const tabs = ImportOutcome.options.map((one) => ({
    href: `${target.path}/${run.id}?tab=${one}`,
    label: labels[one],
    count: run.counts[one] ?? 0,
    current: one === outcome,
  }));
  const hasFaults = (run.counts.invalid ?? 0) + (run.counts.duplicate ?? 0) > 0;
  return (
    <Panel
      title="Denetim sonucu"
      aside={
        hasFaults && run.isOwn ? (
          <a className="link" href={faultsHref(target, run.id)}>
            Hatalı satırları indir
          </a>
        ) : undefined
      }
      flush
    >
      <TabLinks label="Satırların sonucu" tabs={tabs} className="px-[var(--d-panel)]" />
      <LoadState query={query} what="Satırlar" lines={5}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <EmptyState title={`${labels[outcome]} satır yok`}>Öbür sekmelere bakın.</EmptyState>
          ) : (
            <>
              <RowTable rows={rows} label={labels[outcome]} title={titleOf(run, outcome)} name={target.words.key} />
              <div className="flex justify-end gap-2 px-[var(--d-panel)] py-3 empty:hidden">
                {after > 0 ? (
                  <Button size="sm" onClick={() => setAfter(null)}>
                    Başa dön
                  </Button>
                ) : null}
                {next === null ? null : (
                  <Button size="sm" onClick={() => setAfter(next)}>
                    Sonraki 50
                  </Button>
                )}
              </div>
            </>
          )
        }
      </LoadState>
    </Panel>
  );
}

function titleOf({ state }: ImportRunRecord, outcome: ImportOutcome): string {
  if (outcome === "invalid" || outcome === "duplicate") return "Hatalar";
  return state === "committed" ? "Ne oldu" : "Ne olacak";
}

type RowTableProps = { rows: readonly ImportRowView[]; label: string; title: string; name: ImportTarget["words"]["key"] };

function RowTable({ rows, label, title, name }: RowTableProps) {
  return (
    <Table caption={`${label} satırlar`} inset>
      <thead>
        <tr>
          <Head numeric>Satır</Head>
          <Head>{name.head}</Head>
          <Head>{title}</Head>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.rowNumber}>
            <Cell numeric>
              <span className="md:hidden">Satır </span>
              {row.rowNumber}
            </Cell>
            <Cell lead wrap={!name.isNumber} className={name.isNumber ? "code" : "md:min-w-56"}>
              {row.key}
            </Cell>
            <Cell wrap>{row.errors.length > 0 ? <Faults row={row} /> : <Effect row={row} />}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Faults({ row }: { row: ImportRowView }) {
  return (
    <ul className="space-y-0.5">
      {row.errors.map((error) => (
        <li key={`${error.column} ${error.message}`}>
          <strong className="font-semibold">{error.label}</strong>
          {error.value ? <span className="code text-ink-3"> “{error.value}”</span> : null}: {error.message}
        </li>
      ))}
    </ul>
  );
}

function Effect({ row }: { row: ImportRowView }) {
  if (row.changes.length === 0) return row.summary;
  return (
    <>
      {row.summary}
      <ul className="small text-ink-2">
        {row.changes.map(({ label, before, after }) => (
          <li key={label}>
            {label}: {before ?? "–"} → {after ?? "–"}
          </li>
        ))}
      </ul>
    </>
  );
}
