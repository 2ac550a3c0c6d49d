"use client";
import { incomingStateLooks } from "@/components/circulars/incoming/incoming-looks.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { NearLink } from "@/components/ui/near-link.tsx";
import { useOpenableRows } from "@/components/ui/openable-rows.ts";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { IncomingLetterRow } from "@/lib/circulars/incoming-contract.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

export type IncomingTableProps = {
  letters: readonly IncomingLetterRow[];
  /** The rows are those of the previous filter, the new ones are on their way. */
  stale: boolean;
};

export function IncomingTable({ letters, stale }: IncomingTableProps) {
  const { open, remember, keys } = useOpenableRows({ list: "/incoming", ids: letters.map(({ id }) => id) });
  return (
    <Table caption="Gelen yazılar" aria-busy={stale} className={classNames(stale && "opacity-60")} {...keys.list}>
      <thead>
        <tr>
          <Head>Konu</Head>
          <Head>Gönderen</Head>
          <Head>Yazının tarihi</Head>
          <Head>Sayı</Head>
          <Head>Geliş</Head>
          <Head>Durum</Head>
        </tr>
      </thead>
      <tbody>
        {letters.map((letter, index) => (
          <Row key={letter.id} clickable onClick={() => open(index)} {...keys.row(index)}>
            <Cell lead cut title={letter.subject}>
              <NearLink
                href={`/incoming/${letter.id}`}
                tabIndex={-1}
                onClick={(event) => {
                  event.stopPropagation();
                  remember(index);
                }}
              >
                {letter.subject}
              </NearLink>
            </Cell>
            <Cell>{letter.senderName}</Cell>
            <Cell rest className="num">
              {formatDate(letter.letterOn)}
            </Cell>
            <Cell rest className="code">
              {letter.letterNumber}
            </Cell>
            <Cell className="num text-ink-2">
              <span className="md:hidden">Geliş </span>
              {formatDate(new Date(letter.receivedAt))}
            </Cell>
            <Cell>
              <StateWord {...lookOf(letter)}>{incomingStateLooks[letter.state].word}</StateWord>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function lookOf({ state }: IncomingLetterRow) {
  const { tone, glyph } = incomingStateLooks[state];
  return { tone, glyph };
}
