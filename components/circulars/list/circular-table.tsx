"use client";
import { circularStateLooks, subjectOf, urgencyLabels } from "@/components/circulars/labels.ts";
import { dueLook } from "@/components/circulars/list/due-look.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { NearLink } from "@/components/ui/near-link.tsx";
import { useOpenableRows } from "@/components/ui/openable-rows.ts";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { toneText } from "@/components/ui/tone.ts";
import type { CircularSummary } from "@/lib/circulars/contract.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

export type CircularTableProps = {
  circulars: readonly CircularSummary[];
  /** The rows are those of the previous filter, the new ones are on their way. */
  stale: boolean;
  /** When the rows were read: what is overdue depends on it. */
  readAt: Date;
};

export function CircularTable({ circulars, stale, readAt }: CircularTableProps) {
  const { open, remember, keys } = useOpenableRows({ list: "/circulars", ids: circulars.map(({ id }) => id) });
  return (
    <Table caption="Dağıtımlı yazılar" aria-busy={stale} className={classNames(stale && "opacity-60")} {...keys.list}>
      <thead>
        <tr>
          <Head>Konu</Head>
          <Head>Sayı</Head>
          <Head>Tarih</Head>
          <Head>Durum</Head>
          <Head numeric>Ulaştı</Head>
          <Head numeric>Bilgi alındı</Head>
          <Head>Son gün</Head>
          <Head>Hazırlayan</Head>
          <Head>Son değişiklik</Head>
        </tr>
      </thead>
      <tbody>
        {circulars.map((circular, index) => (
          <Row key={circular.id} clickable onClick={() => open(index)} {...keys.row(index)}>
            <Cell lead cut title={subjectOf(circular.subject)}>
              <NearLink
                href={`/circulars/${circular.id}`}
                tabIndex={-1}
                className={classNames(circular.subject.trim() === "" && "text-ink-3")}
                onClick={(event) => {
                  event.stopPropagation();
                  remember(index);
                }}
              >
                {subjectOf(circular.subject)}
              </NearLink>
              {circular.urgency === "normal" ? null : (
                <Tag tone="amber" className="ml-2">
                  {urgencyLabels[circular.urgency]}
                </Tag>
              )}
            </Cell>
            <CircularCells circular={circular} readAt={readAt} />
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function CircularCells({ circular, readAt }: { circular: CircularSummary; readAt: Date }) {
  const { word, tone, glyph } = circularStateLooks[circular.state];
  const due = dueLook(circular, readAt);
  return (
    <>
      <Cell rest className="code">
        {circular.documentNumber}
      </Cell>
      <Cell rest className="num">
        {circular.documentOn && formatDate(circular.documentOn)}
      </Cell>
      <Cell>
        <StateWord tone={tone} glyph={glyph}>
          {word}
        </StateWord>
      </Cell>
      <Reach of={circular} count={circular.deliveredCount} phone="ulaştı" />
      <Reach of={circular} count={circular.acknowledgedCount} />
      <Cell rest={due?.tone !== "red"} className={classNames("num", due && toneText[due.tone], due?.tone === "grey" && "text-ink")}>
        {due?.words}
      </Cell>
      <Cell rest>{circular.draftedBy}</Cell>
      <Cell rest className="num text-ink-2">
        {formatDate(new Date(circular.updatedAt))}
      </Cell>
    </>
  );
}

const sent: readonly CircularSummary["state"][] = ["dispatching", "dispatched", "completed", "superseded", "cancelled"];

/** n / N of its recipients; before dispatch there is nothing to count. */
function Reach({ of, count, phone }: { of: CircularSummary; count: number; phone?: string }) {
  if (!sent.includes(of.state)) return <Cell rest numeric />;
  return (
    <Cell numeric rest={phone === undefined}>
      {formatNumber(count)} / {formatNumber(of.recipientCount)}
      {phone ? <span className="md:hidden"> {phone}</span> : null}
    </Cell>
  );
}
