import Link from "next/link";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { MovementWay, movementLook } from "@/components/cards/ledger/movements/movement-words.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Row, Table } from "@/components/ui/table.tsx";
import type { SeriesRecord } from "@/lib/cards/ledger-contract.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

export function RecentMovements({ record: { recent, code } }: { record: SeriesRecord }) {
  return (
    <Panel
      flush
      title="Son hareketler"
      aside={
        <Link href={ledgerHrefs.movements({ series: code })} className="link">
          Tümü
        </Link>
      }
    >
      {recent.length === 0 ? <p className="small px-[var(--d-panel)] py-3 text-ink-2">Bu seride henüz hareket yok.</p> : null}
      <Table caption={`${code} serisinin son hareketleri`} inset rows={false}>
        <tbody>
          {recent.slice(0, 8).map((movement) => {
            const { word, tone, glyph } = movementLook(movement);
            return (
              <Row key={movement.id}>
                <Cell className="num text-ink-2">{formatDate(movement.occurredOn).slice(0, 5)}</Cell>
                <Cell numeric className="font-medium">
                  {formatNumber(movement.quantity)}
                </Cell>
                <Cell cut>
                  <Link href={ledgerHrefs.movement(movement.id)} className="hover:underline">
                    <MovementWay movement={movement} />
                  </Link>
                </Cell>
                <Cell className="max-sm:hidden">
                  <StateWord tone={tone} glyph={glyph}>
                    {word}
                  </StateWord>
                </Cell>
              </Row>
            );
          })}
        </tbody>
      </Table>
    </Panel>
  );
}
