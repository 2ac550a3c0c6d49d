"use client";
import { useState } from "react";
import { useReversePhoneAnswer } from "@/components/circulars/board/recipient-queries.ts";
import { ReasonQuestion } from "@/components/circulars/record/reason-dialogs.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { toastDone } from "@/components/ui/toast.tsx";
import type { BoardRow, PhoneAnswerView } from "@/lib/circulars/delivery-contract.ts";
import { formatDate, formatDateTime } from "@/lib/platform/locale/tr.ts";

export type PhoneAnswerListProps = { circularId: string; row: BoardRow; answers: readonly PhoneAnswerView[]; mayReverse: boolean };

/** What was said on the telephone, apart from what the institution declared itself; a corrected record stays, crossed out. */
export function PhoneAnswerList({ circularId, row, answers, mayReverse }: PhoneAnswerListProps) {
  const [wrong, setWrong] = useState<PhoneAnswerView | null>(null);
  return (
    <section aria-labelledby="recipient-phone-answers">
      <h3 id="recipient-phone-answers" className="h-sec mb-1">
        Telefon görüşmeleri
      </h3>
      <ul className="small divide-y divide-line">
        {answers.map((answer) => (
          <li key={answer.id} className="py-1.5">
            <Answer answer={answer} />
            {mayReverse && !answer.reversed ? (
              <button type="button" className="link mt-0.5" onClick={() => setWrong(answer)}>
                Geri al<span className="sr-only">: {said(answer)}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="cap mt-1">Memurun telefonda duyduğudur; kurumun kendi bildirimi değildir.</p>
      {wrong ? <ReverseDialog circularId={circularId} row={row} answer={wrong} onClose={() => setWrong(null)} /> : null}
    </section>
  );
}

function Answer({ answer }: { answer: PhoneAnswerView }) {
  const { spokenAt, spokenName, spokenTitle, note, recordedName, recordedAt, reversed } = answer;
  return (
    <>
      <span className={classNames("flex items-baseline justify-between gap-3", reversed && "text-ink-3 line-through")}>
        <span className="font-medium">{said(answer)}</span>
        <time dateTime={spokenAt} className="cap num shrink-0">
          {formatDateTime(new Date(spokenAt))}
        </time>
      </span>
      <span className="block text-ink-2">Görüşülen: {[spokenName, spokenTitle].filter(Boolean).join(", ")}</span>
      {note ? <span className="block whitespace-pre-line text-ink-2">{note}</span> : null}
      <span className="cap block">
        Kaydeden: {recordedName}, <span className="num">{formatDateTime(new Date(recordedAt))}</span>
      </span>
      {reversed ? (
        <span className="block text-amber">
          Geri alındı: {reversed.reason} ({reversed.name}, <span className="num">{formatDateTime(new Date(reversed.at))}</span>)
        </span>
      ) : null}
    </>
  );
}

function said({ statement, answerBy }: PhoneAnswerView): string {
  if (statement === "promised") return `${answerBy ? formatDate(answerBy) : ""} tarihine kadar yanıt verecek`;
  return statement === "action_reported" ? "Gereği yapıldı" : "Yazıyı aldık";
}

type ReverseDialogProps = { circularId: string; row: BoardRow; answer: PhoneAnswerView; onClose: () => void };

function ReverseDialog({ circularId, row, answer, onClose }: ReverseDialogProps) {
  const reverse = useReversePhoneAnswer();
  function tell() {
    toastDone(`${row.name}: telefon kaydı geri alındı.`);
    onClose();
  }
  return (
    <ReasonQuestion
      open
      onOpenChange={(open) => !open && onClose()}
      danger
      title={`“${said(answer)}” kaydı geri alınsın mı?`}
      consequence="Kayıt silinmez; üstü çizili kalır ve sayılmaz. Kurum, bu görüşme yapılmamış gibi yeniden bekleniyor görünür."
      deed="Kaydı geri al"
      doing="Kaydediliyor"
      label="Gerekçe"
      hint="Kaydın neden yanlış olduğu"
      maxLength={500}
      command={reverse}
      onReason={(reason) =>
        reverse.mutate({ circularId, recipientId: row.id, version: row.version, answerId: answer.id, reason }, { onSuccess: tell })
      }
    />
  );
}
