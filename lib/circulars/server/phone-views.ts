import type { DeliveryEvent, PhoneAnswerView } from "../delivery-contract.ts";
import { saidInWords } from "../delivery-words.ts";
import type { PhoneAnswerRow } from "./phone-repository.ts";

/** Each call with what took its record back, oldest first. */
export function presentPhoneAnswers(rows: readonly PhoneAnswerRow[]): PhoneAnswerView[] {
  const reversals = new Map(rows.flatMap((row) => (row.reversesId ? [[row.reversesId, row]] : [])));
  return rows.flatMap(({ statement, spokenAt, recordedAt, reversesId: _, evidenceId: __, ...row }) => {
    if (statement === "reversal" || spokenAt === null) return [];
    const reversal = reversals.get(row.id);
    return [
      {
        ...row,
        statement,
        spokenAt: spokenAt.toISOString(),
        recordedAt: recordedAt.toISOString(),
        reversed: reversal ? { reason: reversal.note, name: reversal.recordedName, at: reversal.recordedAt.toISOString() } : null,
      },
    ];
  });
}

/** A call and its correction are two events; what was corrected stays readable. */
export function phoneEvent(row: PhoneAnswerRow, answers: readonly PhoneAnswerRow[]): DeliveryEvent {
  const { statement, spokenAt, recordedAt, recordedName, spokenName, spokenTitle, answerBy, note, evidenceId } = row;
  if (statement === "reversal") {
    const wrong = answers.find(({ id }) => id === row.reversesId);
    const detail = [note, `Düzelten: ${recordedName}`].join(" · ");
    const sentence = `Telefon kaydı geri alındı: “${wrong ? saidInWords(wrong.statement, wrong.answerBy) : ""}”`;
    return { at: recordedAt.toISOString(), tone: "amber", sentence, detail, evidenceId };
  }
  const who = [spokenName, spokenTitle].filter(Boolean).join(", ");
  const detail = [who, note, `Kaydeden: ${recordedName}`].filter(Boolean).join(" · ");
  const at = (spokenAt ?? recordedAt).toISOString();
  return {
    at,
    tone: statement === "promised" ? "amber" : "blue",
    sentence: `Telefonla bildirdi: ${saidInWords(statement, answerBy)}`,
    detail,
    evidenceId,
  };
}
