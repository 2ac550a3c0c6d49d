import Link from "next/link";
import { batchLooks, nextStepOf } from "@/components/cards/production/production-words.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { BatchRow } from "@/lib/cards/production-contract.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

/** Batches under way first; each line leads to its batch. */
export function BatchesPanel({ batches }: { batches: readonly BatchRow[] }) {
  const open = batches.filter(({ state }) => state !== "completed" && state !== "cancelled").length;
  return (
    <Panel title="Partiler" aside={`${formatNumber(open)} sürüyor`} flush>
      {batches.length === 0 ? (
        <EmptyState title="Parti yok">Sıradaki kartlardan toplanan partiler burada görünür.</EmptyState>
      ) : (
        <Table caption="Partiler" inset>
          <thead>
            <tr>
              <Head>Parti</Head>
              <Head>Seri</Head>
              <Head>Durum</Head>
              <Head>Sıradaki iş</Head>
              <Head numeric>Kart</Head>
              <Head numeric>Geçti</Head>
              <Head numeric>Bozuk</Head>
              <Head numeric>Hata</Head>
              <Head>Toplandı</Head>
            </tr>
          </thead>
          <tbody>
            {batches.map((batch) => (
              <BatchLineRow key={batch.id} batch={batch} />
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}

function BatchLineRow({ batch }: { batch: BatchRow }) {
  const { id, number, series, state, size, lines, createdAt } = batch;
  const look = batchLooks[state];
  return (
    <Row>
      <Cell lead>
        <Link className="link" href={`/cards/production/${id}`}>
          {number}
        </Link>
      </Cell>
      <Cell>{series}</Cell>
      <Cell>
        <StateWord tone={look.tone} glyph={look.glyph}>
          {look.word}
        </StateWord>
      </Cell>
      <Cell rest>{nextStepOf(batch)?.what}</Cell>
      <Cell numeric rest>
        {formatNumber(size)}
      </Cell>
      <Cell numeric rest>
        {lines.qc_pass > 0 ? formatNumber(lines.qc_pass) : null}
      </Cell>
      <Cell numeric rest>
        {lines.qc_fail > 0 ? formatNumber(lines.qc_fail) : null}
      </Cell>
      <Cell numeric rest>
        {lines.error > 0 ? formatNumber(lines.error) : null}
      </Cell>
      <Cell rest>{formatDate(new Date(createdAt))}</Cell>
    </Row>
  );
}
