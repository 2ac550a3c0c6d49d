"use client";
import type { ReactNode } from "react";
import { Panel } from "@/components/ui/panel.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { roleLabels } from "@/lib/institutions/labels.ts";
import { changesOf, isSame } from "@/lib/institutions/list-comparison.ts";
import type { ListVersionComparison } from "@/lib/institutions/list-version-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** What came, what went, and what stands differently; a kind of change that did not happen has no panel. */
export function ComparisonPanels({ comparison }: { comparison: ListVersionComparison }) {
  const { renamed, added, removed, roles, moved } = comparison;
  if (isSame(changesOf(comparison))) {
    return (
      <div className="panel mt-4">
        <EmptyState title="İki sürüm arasında fark yok">Aynı kurumlar, aynı sırada ve aynı görevlerle.</EmptyState>
      </div>
    );
  }
  return (
    <div className="mt-4 grid gap-4">
      {renamed ? (
        <Panel title="Listenin adı">
          <Shift before={renamed.before} after={renamed.after} />
        </Panel>
      ) : null}
      <Changes
        title="Eklenen"
        rows={added.map(({ institutionId, name, role, place }) => ({
          institutionId,
          name,
          detail: `${roleLabels[role]}, ${formatNumber(place)}. sırada`,
        }))}
      />
      <Changes
        title="Çıkan"
        rows={removed.map(({ institutionId, name, role, place }) => ({
          institutionId,
          name,
          detail: `${roleLabels[role]}, ${formatNumber(place)}. sıradaydı`,
        }))}
      />
      <Changes
        title="Görevi değişen"
        rows={roles.map(({ institutionId, name, before, after }) => ({
          institutionId,
          name,
          detail: <Shift before={roleLabels[before]} after={roleLabels[after]} />,
        }))}
      />
      <Changes
        title="Sırası değişen"
        rows={moved.map(({ institutionId, name, before, after }) => ({
          institutionId,
          name,
          detail: <Shift before={`${formatNumber(before)}. sıra`} after={`${formatNumber(after)}. sıra`} />,
        }))}
      />
    </div>
  );
}

type ChangesProps = { title: string; rows: readonly { institutionId: string; name: string; detail: ReactNode }[] };

function Changes({ title, rows }: ChangesProps) {
  if (rows.length === 0) return null;
  return (
    <Panel title={title} aside={`${formatNumber(rows.length)} kurum`} flush>
      <Table caption={title} inset>
        <thead>
          <tr>
            <Head>Kurum</Head>
            <Head className="w-2/5">Değişiklik</Head>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ institutionId, name, detail }) => (
            <Row key={institutionId}>
              <Cell lead wrap>
                {name}
              </Cell>
              <Cell className="text-ink-2">{detail}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

/** Before and after, told apart without colour. */
function Shift({ before, after }: { before: string; after: string }) {
  return (
    <span className="num">
      <span className="sr-only">Önce </span>
      {before} <span aria-hidden="true">→</span>
      <span className="sr-only">, sonra</span> <strong className="font-medium text-ink">{after}</strong>
    </span>
  );
}
