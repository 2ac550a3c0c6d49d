"use client";
import { useState } from "react";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { cardCount } from "@/components/cards/production/production-words.ts";
import { refusalsOf } from "@/components/cards/record/deed-dialog.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { FileDrop } from "@/components/ui/file-drop.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { type AnswerOutcome, type BatchRecord, takeBatchAnswers } from "@/lib/cards/production-contract.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

/** What went to NVİ, and what came back. */
export function AnswersPanel({ batch }: { batch: BatchRecord }) {
  const take = useCardDeed(takeBatchAnswers);
  const [outcome, setOutcome] = useState<AnswerOutcome>();
  async function upload([file]: File[]) {
    setOutcome(undefined);
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    take.mutate({ batchId: batch.id, file: { name: file.name, bytes } }, { onSuccess: setOutcome });
  }
  const { general, at } = refusalsOf(take.error, ["file"]);
  const complaint = at("file") ?? general;
  return (
    <Panel title="NVİ dosyası ve yanıtları">
      <p className="cap">
        {batch.fileDigest ? (
          <>
            Mühür (SHA-256) <span className="font-mono break-all">{batch.fileDigest}</span>
          </>
        ) : (
          "Parti mühürlenince NVİ’ye giden dosyanın özeti burada durur."
        )}
      </p>
      {batch.allowedActions.includes("take_answers") ? (
        <FileDrop
          className="mt-3"
          label="NVİ’nin yanıt dosyasını bırakın"
          hint="CSV ya da XML; yanlış satırı olan dosya tümüyle geri çevrilir"
          accept=".csv,.xml,text/csv,application/xml"
          maxBytes={4 * 1_048_576}
          busy={take.isPending ? "Okunuyor" : false}
          {...(complaint && { error: complaint })}
          onFiles={upload}
        />
      ) : null}
      {outcome ? (
        <Banner live tone={outcome.errors > 0 ? "amber" : "green"} title={titleOf(outcome)} className="mt-3">
          {sentenceOf(outcome)}
        </Banner>
      ) : null}
      <ul className="small mt-3 grid gap-2">
        {batch.answers.map(({ id, receivedAt, receivedByName, source, lines }) => (
          <li key={id} className="border-t border-line pt-2">
            <div className="flex justify-between gap-3">
              <span>{source === "endpoint" ? "NVİ’nin sistemi getirdi" : `${receivedByName} yükledi`}</span>
              <span className="num text-ink-2">{formatNumber(lines)} satır</span>
            </div>
            <div className="cap">{formatDateTime(new Date(receivedAt))}</div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const titleOf = ({ isRepeated, printed, errors }: AnswerOutcome): string => {
  if (isRepeated) return "Bu dosya daha önce işlenmişti; bir şey değişmedi.";
  if (errors > 0) return `${cardCount(errors)} için hata bildirildi.`;
  return printed > 0 ? `${cardCount(printed)} denetlenebilir.` : "Yanıt işlendi.";
};

function sentenceOf({ received, validated, printed, errors, unchanged }: AnswerOutcome): string {
  const parts = [
    received > 0 ? `${formatNumber(received)} alındı` : "",
    validated > 0 ? `${formatNumber(validated)} doğrulandı` : "",
    printed > 0 ? `${formatNumber(printed)} basıldı` : "",
    errors > 0 ? `${formatNumber(errors)} hata ilgili ile düzeltme işi olarak gitti` : "",
    unchanged > 0 ? `${formatNumber(unchanged)} satır zaten ilerideydi` : "",
  ];
  const text = parts.filter(Boolean).join(", ");
  return text ? `${text}.` : "";
}
