import type { StateLook } from "@/components/circulars/labels.ts";
import type { ReminderPlanView, ReminderStepView } from "@/lib/circulars/reminder-contract.ts";
import type { ReminderStepKind } from "@/lib/circulars/reminder-plan.ts";
import { formatDate, formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

export const stepTitles: Record<ReminderStepKind, string> = {
  first: "Hatırlatma",
  second: "İkinci hatırlatma",
  escalation: "Üst makama bildirim ve karar",
};

type Rule = NonNullable<ReminderPlanView["rule"]>;

/** "Son günden 1 iş günü sonra; ardından 3 ve 3 iş günü." */
export function ruleInWords({ basis, firstAfter, secondAfter, escalateAfter }: Rule): string {
  const from = basis === "due_date" ? "Son günden" : "Gönderimden";
  return `${from} ${firstAfter} iş günü sonra; ardından ${secondAfter} ve ${escalateAfter} iş günü`;
}

/** What will happen to whoever does not answer, as one reads it before sending: with days once they are known. */
export function planInWords({ rule, steps, stopped }: Pick<ReminderPlanView, "rule" | "steps" | "stopped">): string {
  if (!rule) return "Plan yok; yanıt vermeyenlere kendiliğinden hatırlatılmaz.";
  if (stopped) return "Plan durduruldu; yanıt vermeyenlere kendiliğinden hatırlatılmaz.";
  const days = steps.flatMap(({ on }) => (on ? [`${formatDate(on)} günü`] : []));
  const { basis, firstAfter, secondAfter, escalateAfter } = rule;
  const from = basis === "due_date" ? "son günden" : "gönderimden";
  const [first, second, third] =
    days.length === steps.length
      ? days
      : [`${from} ${firstAfter} iş günü sonra`, `${secondAfter} iş günü sonra`, `ondan ${escalateAfter} iş günü sonra`];
  return `Yanıt vermeyenlere ${first} hatırlatılır, ${second} yeniden hatırlatılır; ${third} üst makamlarına bildirilir ve sizden karar istenir.`;
}

/** What came of a step, or why it is not to come. */
export function stepLook({ done }: ReminderStepView, position: number, plan: ReminderPlanView): StateLook {
  if (done) return { word: "Yapıldı", tone: "green", glyph: "done" };
  if (plan.stopped) return { word: "Durduruldu", tone: "grey", glyph: "ended" };
  if (plan.nextStep === null) return { word: "Gerek kalmadı", tone: "grey", glyph: "ended" };
  return position === plan.nextStep
    ? { word: "Sırada", tone: "blue", glyph: "waiting" }
    : { word: "Planlandı", tone: "grey", glyph: "empty" };
}

type Done = NonNullable<ReminderStepView["done"]>;

/** "Aksaray Valiliğine 7 kurum bildirildi, "; of a step from before superiors were kept, only how many it was about. */
function toldInWords({ told, reminded }: Done): string {
  if (told.length > 0) return `${told.map(({ dative, count }) => `${dative} ${formatNumber(count)} kurum`).join(", ")} bildirildi, `;
  return reminded > 0 ? `${formatNumber(reminded)} kurumun üst makamına bildirildi, ` : "";
}

export function stepResult({ kind, done }: ReminderStepView): string {
  if (!done) return "";
  const at = formatDateTime(new Date(done.at));
  if (done.silent === 0) return `${at}: yanıt vermeyen kurum yoktu.`;
  const held = done.held > 0 ? ` ${formatNumber(done.held)} kurum telefonda gün verdiği için beklendi.` : "";
  if (kind === "escalation") {
    const told = toldInWords(done);
    return `${at}: ${formatNumber(done.silent)} kurumdan haber yoktu; ${told}${done.silent > done.held ? "karar istendi." : "karar istenmedi."}${held}`;
  }
  const unreached = done.silent - done.held - done.reminded;
  const rest = unreached > 0 ? ` ${formatNumber(unreached)} kuruma elektronik kanaldan ulaşılamadığı için gitmedi.` : "";
  return `${at}: ${formatNumber(done.reminded)} kuruma gönderildi.${rest}${held}`;
}
