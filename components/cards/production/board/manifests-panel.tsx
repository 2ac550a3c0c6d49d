import Link from "next/link";
import { manifestLooks } from "@/components/cards/production/production-words.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { ManifestRow } from "@/lib/cards/production-contract.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

/** Lists for PTT; those whose count is open or differs stand first. */
export function ManifestsPanel({ manifests }: { manifests: readonly ManifestRow[] }) {
  return (
    <Panel title="PTT teslim listeleri" flush>
      {manifests.length === 0 ? (
        <EmptyState title="Teslim listesi yok">Paketlenen kartlar için çıkarılan listeler burada görünür.</EmptyState>
      ) : (
        <Table caption="PTT teslim listeleri" inset>
          <thead>
            <tr>
              <Head>Liste</Head>
              <Head>Durum</Head>
              <Head numeric>Kart</Head>
              <Head numeric>PTT saydı</Head>
              <Head>Teslim</Head>
            </tr>
          </thead>
          <tbody>
            {manifests.map(({ id, number, state, total, pttCount, handedOverAt }) => (
              <Row key={id}>
                <Cell lead>
                  <Link className="link" href={`/cards/manifests/${id}`}>
                    {number}
                  </Link>
                </Cell>
                <Cell>
                  <StateWord tone={manifestLooks[state].tone} glyph={manifestLooks[state].glyph}>
                    {manifestLooks[state].word}
                  </StateWord>
                </Cell>
                <Cell numeric>{formatNumber(total)}</Cell>
                <Cell numeric rest className={pttCount !== null && pttCount !== total ? "text-red" : undefined}>
                  {pttCount === null ? null : formatNumber(pttCount)}
                </Cell>
                <Cell rest>{handedOverAt ? formatDate(new Date(handedOverAt)) : null}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}
