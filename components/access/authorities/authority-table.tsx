"use client";
import { Button } from "@/components/ui/button.tsx";
import type { GlyphName } from "@/components/ui/glyph.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { Tone } from "@/components/ui/tone.ts";
import type { AuthorityRow, AuthorityState } from "@/lib/access/authorities-contract.ts";
import { formatDate, formatDateTime } from "@/lib/platform/locale/tr.ts";

const looks: Record<AuthorityState, { tone: Tone; glyph: GlyphName; word: string }> = {
  in_force: { tone: "green", glyph: "done", word: "Yürürlükte" },
  upcoming: { tone: "blue", glyph: "waiting", word: "Başlayacak" },
  over: { tone: "grey", glyph: "ended", word: "Süresi doldu" },
  ended: { tone: "grey", glyph: "ended", word: "Geri alındı" },
};

/** "Vekâlet: İl Müdürü V." as the letter would name it. */
export function kindInWords({ kind, title, onBehalfOf }: Pick<AuthorityRow, "kind" | "title" | "onBehalfOf">): string {
  if (kind === "proxy") return `Vekâlet: ${onBehalfOf ?? title} V.`;
  if (kind === "delegation") return `Yetki devri: ${onBehalfOf ?? ""} a., ${title}`;
  return `Kendi yetkisiyle: ${title}`;
}

export const daysInWords = ({ validFrom, validTo }: Pick<AuthorityRow, "validFrom" | "validTo">): string =>
  validTo ? `${formatDate(validFrom)}–${formatDate(validTo)}` : `${formatDate(validFrom)} gününden beri`;

type AuthorityTableProps = { authorities: readonly AuthorityRow[]; onEnd: (authority: AuthorityRow) => void };

export function AuthorityTable({ authorities, onEnd }: AuthorityTableProps) {
  return (
    <Table caption="İmza yetkileri, en yenisi üstte">
      <thead>
        <tr>
          <Head>Kişi</Head>
          <Head>Yetki</Head>
          <Head>Günler</Head>
          <Head>Durum</Head>
          <Head>Dayanak</Head>
          <Head>
            <span className="sr-only">İşlem</span>
          </Head>
        </tr>
      </thead>
      <tbody>
        {authorities.map((authority) => (
          <AuthorityLine key={authority.id} authority={authority} onEnd={onEnd} />
        ))}
      </tbody>
    </Table>
  );
}

function AuthorityLine({ authority, onEnd }: { authority: AuthorityRow; onEnd: (authority: AuthorityRow) => void }) {
  const { person, state, ground, givenByName, givenAt, endedByName, endedAt } = authority;
  const { tone, glyph, word } = looks[state];
  const given = givenByName && givenAt ? `${givenByName}, ${formatDateTime(new Date(givenAt))}` : null;
  return (
    <Row>
      <Cell lead wrap>
        {person.name} <span className="cap block font-normal">{person.title}</span>
      </Cell>
      <Cell wrap>{kindInWords(authority)}</Cell>
      <Cell className="num">{daysInWords(authority)}</Cell>
      <Cell wrap>
        <StateWord tone={tone} glyph={glyph}>
          {word}
        </StateWord>
        {endedByName && endedAt ? <span className="cap block">{`${endedByName}, ${formatDateTime(new Date(endedAt))}`}</span> : null}
      </Cell>
      <Cell wrap className="text-ink-2">
        {ground || given ? (
          <>
            {ground} {given ? <span className="cap block">{given}</span> : null}
          </>
        ) : null}
      </Cell>
      <Cell rest={authority.allowedActions.length === 0}>
        {authority.allowedActions.includes("end") ? (
          <Button size="sm" onClick={() => onEnd(authority)}>
            Geri al<span className="sr-only">: {person.name}</span>
          </Button>
        ) : null}
      </Cell>
    </Row>
  );
}
