import { localDate } from "../../platform/db/local-date.ts";
import { formatDate, formatTime } from "../../platform/locale/tr.ts";
import { mayInitial, preparationExpiresAt } from "../circular.ts";
import type { TaskKind } from "../delivery-contract.ts";
import type { TodayItem } from "../incoming-contract.ts";
import type { LetterRow } from "./incoming-repository.ts";
import type { DeskCircular, DeskTask, SentCircular } from "./today-repository.ts";

type Item = Pick<TodayItem, "id" | "kind" | "title" | "sentence"> & Partial<TodayItem> & { since: string };

const item = (value: Item): TodayItem => ({
  overdueDays: null,
  count: null,
  circularId: null,
  letterId: null,
  recipientId: null,
  ...value,
});

const untitled = "Konusu yazılmamış taslak";

export function incomingItem({ id, subject, institution, letterOn, letterNumber, receivedAt }: LetterRow): TodayItem {
  const label = `${institution.name} · ${formatDate(localDate(letterOn))} · ${letterNumber}`;
  const sentence = `${label}. Dağıtıma çıkarılmayı bekliyor.`;
  return item({ id: `incoming-${id}`, kind: "incoming", title: subject, sentence, since: receivedAt.toISOString(), letterId: id });
}

/** What a circular on its way asks of this person; nothing while it is somebody else's turn. */
export function circularItem(row: DeskCircular, userId: string): TodayItem[] {
  const turn = turnOf(row, userId);
  if (!turn) return [];
  const { since, ...said } = turn;
  const title = row.subject || untitled;
  return [item({ ...said, id: `${turn.kind}-${row.id}`, title, since: since.toISOString(), circularId: row.id })];
}

type Turn = { kind: TodayItem["kind"]; sentence: string; since: Date; count?: number };

function turnOf(row: DeskCircular, userId: string): Turn | null {
  const since = row.updatedAt;
  switch (row.state) {
    case "draft":
      return draftTurn(row);
    case "in_initials":
      return mayInitial({ reviewers: currentRoundOf(row), userId })
        ? { kind: "to_initial", sentence: "Parafınızı bekliyor.", since }
        : null;
    case "awaiting_signature":
      return { kind: "to_sign", sentence: "İmzanızı bekliyor.", since };
    case "prepared":
      return preparedTurn(row);
    case "signed":
      return {
        kind: "to_dispatch",
        sentence: `İmzalandı; ${row.recipientCount} kuruma gönderilmeyi bekliyor.`,
        since: row.signedAt ?? since,
        count: row.recipientCount,
      };
    default:
      return null;
  }
}

function currentRoundOf({ reviews }: DeskCircular): DeskCircular["reviews"] {
  const round = Math.max(0, ...reviews.map((review) => review.round));
  return reviews.filter((review) => review.round === round);
}

/** A draft that came back says why; the comment stands with the decision that returned it. */
function draftTurn(row: DeskCircular): Turn {
  const returned = row.reviews.findLast(({ decision }) => decision === "returned");
  if (!returned) return { kind: "draft", sentence: "Taslağınız tamamlanmayı bekliyor.", since: row.updatedAt };
  return { kind: "returned", sentence: `İade edildi: “${returned.comment ?? ""}”`, since: returned.decidedAt ?? row.updatedAt };
}

function preparedTurn({ preparedAt, updatedAt }: DeskCircular): Turn {
  const since = preparedAt ?? updatedAt;
  const until = formatTime(preparationExpiresAt(since));
  return { kind: "prepared", sentence: `İmzaya hazır. Saat ${until} olunca imzalanmamışsa numarası iptal edilir.`, since };
}

export function carryItem(circular: SentCircular, count: number): TodayItem {
  const sentence = `${count} KEP iletisi, sağlayıcınızın ekranından göndermenizi bekliyor.`;
  return sentItem(circular, { kind: "to_carry", count, sentence });
}

/** The count is of the deed, a reminder: it goes only to whom the letter went. */
export function silentItem(circular: SentCircular, { silent, remindable }: { silent: number; remindable: number }): TodayItem {
  return sentItem(circular, { kind: "silent", count: remindable, sentence: `${silent} kurumdan haber yok.` });
}

export function overdueItem(circular: SentCircular, { count, dueOn, days }: { count: number; dueOn: string; days: number }): TodayItem {
  const sentence = `${count} kurumdan beklenen bildirim gelmedi; süre ${formatDate(dueOn)} günü doldu.`;
  return sentItem(circular, { kind: "overdue", count, sentence, overdueDays: days });
}

function sentItem({ id, subject, dispatchedAt }: SentCircular, said: Pick<TodayItem, "kind" | "sentence"> & Partial<TodayItem>): TodayItem {
  return item({ ...said, id: `${said.kind}-${id}`, title: subject, since: (dispatchedAt ?? new Date(0)).toISOString(), circularId: id });
}

const taskTitles = {
  unknown_outcome: "Gönderimin sonucu bilinmiyor",
  channels_exhausted: "Kanallar sonuç vermedi",
  hand_delivery: "Elden ya da postayla teslim bekliyor",
  quarantined_evidence: "Delil hiçbir gönderiyle eşleşmedi",
  detsis_conflict: "Bir DETSİS numarası iki kurumda isteniyor",
  permit_conflict: "İki ilin izin kayıtları çakışıyor",
  no_answer: "Hatırlatmalara karşın yanıt yok",
} as const satisfies Record<TaskKind, string>;

export function taskItem({ id, kind, detail, circularId, createdAt, recipient }: DeskTask): TodayItem {
  const title = taskTitles[kind as TaskKind];
  const sentence = recipient ? `${recipient.name}. ${detail}` : detail;
  return item({
    id: `task-${id}`,
    kind: "task",
    title,
    sentence,
    since: createdAt.toISOString(),
    circularId,
    recipientId: recipient?.id ?? null,
  });
}

/** One line for all of them: they are looked at together, in the directory. */
export function addressItems(returned: readonly { name: string; failedAt: Date }[]): TodayItem[] {
  const [longest, ...others] = returned;
  if (!longest) return [];
  const names = others.length > 0 ? `${longest.name} ve ${others.length} kurum daha` : longest.name;
  const sentence = `${names}: son yazı geri döndü. Kurumu arayıp adresi teyit edin ya da düzeltin.`;
  const title = `${returned.length} kurumun adresi geri döndü`;
  return [item({ id: "addresses", kind: "address", title, sentence, since: longest.failedAt.toISOString(), count: returned.length })];
}
