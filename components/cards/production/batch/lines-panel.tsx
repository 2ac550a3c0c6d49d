"use client";
import { useState } from "react";
import { CardLink } from "@/components/cards/card-link.tsx";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { lineLooks } from "@/components/cards/production/production-words.ts";
import { ReasonDeed } from "@/components/cards/production/reason-deed.tsx";
import { refusalsOf } from "@/components/cards/record/deed-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { type BatchLine, type BatchRecord, removeBatchLine } from "@/lib/cards/production-contract.ts";
import { rangeText } from "@/lib/cards/serial-ranges.ts";
import { permitKindWords } from "@/lib/permits/permit-words.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

const pageRows = 200;

/** Every line of the batch. */
export function LinesPanel({ batch }: { batch: BatchRecord }) {
  const [shown, setShown] = useState(pageRows);
  const [removing, setRemoving] = useState<BatchLine>();
  const mayRemove = batch.allowedActions.includes("remove_line");
  return (
    <Panel title="Satırlar" aside={formatNumber(batch.rows.length)} flush>
      <Table caption="Partinin satırları" inset>
        <thead>
          <tr>
            <Head numeric>Satır</Head>
            <Head>Kart</Head>
            <Head>Seri no</Head>
            <Head>Durum</Head>
            <Head>Tür</Head>
            <Head>İl</Head>
            <Head>İzin</Head>
            {mayRemove ? <Head>İşlem</Head> : null}
          </tr>
        </thead>
        <tbody>
          {batch.rows.slice(0, shown).map((row) => (
            <LineRow key={row.line} batch={batch} row={row} onRemove={mayRemove ? setRemoving : undefined} />
          ))}
        </tbody>
      </Table>
      {batch.rows.length > shown ? (
        <div className="border-t border-line px-[var(--d-panel)] py-2">
          <Button size="sm" onClick={() => setShown(shown + pageRows * 5)}>
            Kalan {formatNumber(batch.rows.length - shown)} satırı göster
          </Button>
        </div>
      ) : null}
      {removing ? <RemoveDeed batch={batch} row={removing} onClose={() => setRemoving(undefined)} /> : null}
    </Panel>
  );
}

type LineRowProps = { batch: BatchRecord; row: BatchLine; onRemove: ((row: BatchLine) => void) | undefined };

function LineRow({ batch, row, onRemove }: LineRowProps) {
  const look = lineLooks[row.state];
  return (
    <Row>
      <Cell numeric rest>
        {row.line}
      </Cell>
      <Cell lead>
        <CardLink id={row.cardId} number={row.cardNumber} />
      </Cell>
      <Cell className="code">
        {row.serial === null ? null : rangeText(batch.series, { first: row.serial, last: row.serial }, batch.digits)}
      </Cell>
      <Cell>
        <StateWord tone={look.tone} glyph={look.glyph}>
          {look.word}
          {row.errorCode || row.errorText ? `: ${[row.errorCode, row.errorText].filter(Boolean).join(" ")}` : ""}
        </StateWord>
        {row.isInvalidated ? <span className="cap block text-red">İzni sona erdi; verilmeyecek</span> : null}
      </Cell>
      <Cell rest>{permitKindWords[row.kind]}</Cell>
      <Cell rest>{provinceName(row.provinceId)}</Cell>
      <Cell rest className="code">
        {row.permitNumber}
      </Cell>
      {onRemove ? (
        <Cell rest>
          {row.state === "waiting" ? (
            <Button size="sm" tone="quiet" onClick={() => onRemove(row)} aria-label={`${row.line}. satırı çıkar`}>
              Çıkar
            </Button>
          ) : null}
        </Cell>
      ) : null}
    </Row>
  );
}

function RemoveDeed({ batch, row, onClose }: { batch: BatchRecord; row: BatchLine; onClose: () => void }) {
  const remove = useCardDeed(removeBatchLine);
  const done = () => {
    toastDone(`${row.cardNumber} partiden çıktı; yeniden sırada.`);
    onClose();
  };
  return (
    <ReasonDeed
      title={`${row.cardNumber} numaralı kart partiden çıkarılsın mı?`}
      consequence="Kart yeniden sıraya girer; satır boş kalır."
      deed="Satırı çıkar"
      doing="Çıkarılıyor"
      isPending={remove.isPending}
      refusal={refusalsOf(remove.error, []).general}
      onSubmit={(reason) => remove.mutate({ batchId: batch.id, version: batch.version, line: row.line, reason }, { onSuccess: done })}
      onClose={onClose}
    />
  );
}
