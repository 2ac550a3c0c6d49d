import Link from "next/link";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { MovementWay, movementLook } from "@/components/cards/ledger/movements/movement-words.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { MovementRow } from "@/lib/cards/ledger-rows.ts";
import { movementWords } from "@/lib/cards/ledger-words.ts";
import { rangeText } from "@/lib/cards/serial-ranges.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

type MovementTableProps = { caption: string; movements: readonly MovementRow[]; inset?: boolean };

export function MovementTable({ caption, movements, inset }: MovementTableProps) {
  return (
    <Table caption={caption} {...(inset ? { inset } : {})}>
      <thead>
        <tr>
          <Head>Gün</Head>
          <Head>Hareket</Head>
          <Head numeric>Belge</Head>
          <Head>Numaralar</Head>
          <Head>Nereden nereye</Head>
          <Head>Belge no</Head>
          <Head>Yapan</Head>
          <Head numeric>Değer</Head>
          <Head>Durum</Head>
        </tr>
      </thead>
      <tbody>
        {movements.map((movement) => (
          <MovementLine key={movement.id} movement={movement} />
        ))}
      </tbody>
    </Table>
  );
}

function MovementLine({ movement }: { movement: MovementRow }) {
  const { word, tone, glyph } = movementLook(movement);
  const { id, series, kind, quantity, first, last, lineCount, actorName, approvedByName, value } = movement;
  const paper = movement.documentNo ?? movement.shipment?.number ?? movement.batch?.number ?? movement.case?.number ?? null;
  return (
    <Row>
      <Cell className="num text-ink-2">{formatDate(movement.occurredOn)}</Cell>
      <Cell lead>
        <Link href={ledgerHrefs.movement(id)} className="link">
          {movementWords[kind]}
        </Link>
      </Cell>
      <Cell numeric className="font-medium">
        {formatNumber(quantity)}
        <span className="font-normal text-ink-3 md:hidden"> belge</span>
      </Cell>
      <Cell className="code">
        {rangeText(series, { first, last })}
        {lineCount > 1 ? <span className="text-ink-3"> · {formatNumber(lineCount)} aralık</span> : null}
      </Cell>
      <Cell>
        <MovementWay movement={movement} />
      </Cell>
      <Cell rest className="code">
        {paper}
      </Cell>
      <Cell rest cut title={approvedByName ? `${actorName}, ${approvedByName}` : actorName}>
        {approvedByName ? `${initialled(actorName)}, ${initialled(approvedByName)}` : actorName}
      </Cell>
      <Cell rest numeric>
        {moneyText(value)}
      </Cell>
      <Cell>
        <StateWord tone={tone} glyph={glyph}>
          {word}
        </StateWord>
      </Cell>
    </Row>
  );
}

/** "İ. Koç": two people fit where one does; the whole names stand in the title and on the movement's page. */
function initialled(name: string): string {
  const [first = "", ...rest] = name.split(" ");
  return rest.length > 0 ? `${first.slice(0, 1)}. ${rest.join(" ")}` : name;
}
