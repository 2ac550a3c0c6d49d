"use client";
import { BadgeCheck, ListChecks, type LucideIcon, MapPin } from "lucide-react";
import type { ReactNode } from "react";
import { type Look, validityLook, whereaboutsLook, workLook } from "@/components/cards/card-looks.ts";
import { actionLabels, barcodeGroups, validityReason } from "@/components/cards/record/card-words.ts";
import { ageWords } from "@/components/cards/record/stage-age.ts";
import { Button } from "@/components/ui/button.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import type { CardAction, CardExceptionRow, CardRecord, ExceptionAction } from "@/lib/cards/card-contract.ts";
import { exceptionWords, nextStepOf, returnCauseWords } from "@/lib/cards/exceptions.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

export type CardAxesProps = {
  card: CardRecord;
  asOf: string;
  onDeed: (action: CardAction) => void;
  onException: (exception: CardExceptionRow, action: ExceptionAction) => void;
};

/** Validity, whereabouts, work: three axes that never share a field or the cause of a colour (B16). */
export function CardAxes({ card, asOf, onDeed, onException }: CardAxesProps) {
  const open = openExceptions(card)[0];
  return (
    <Panel flush className="divide-y divide-line">
      <Axis icon={BadgeCheck} label="Geçerlilik" look={validityLook(card)} why={validityReason(card)} />
      <Axis icon={MapPin} label="Nerede" look={whereaboutsLook(card)} why={whereaboutsReason(card, asOf)} />
      <Axis
        icon={ListChecks}
        label="Yapılacak"
        look={taskLook(card, open)}
        why={open ? exceptionReason(open, asOf) : workReason(card, asOf)}
      >
        <NextDeed card={card} open={open} onDeed={onDeed} onException={onException} />
      </Axis>
    </Panel>
  );
}

/** The one due first on top. */
export const openExceptions = ({ exceptions }: CardRecord): CardExceptionRow[] =>
  exceptions.filter(({ closedAt }) => closedAt === null).sort((a, b) => a.dueOn.localeCompare(b.dueOn));

type AxisProps = { icon: LucideIcon; label: string; look: Look; why: string; children?: ReactNode };

function Axis({ icon: Icon, label, look, why, children }: AxisProps) {
  return (
    <div className="grid min-h-17 items-center gap-x-4 gap-y-1 px-[var(--d-panel)] py-3 sm:grid-cols-[7.5rem_1fr_auto]">
      <h2 className="flex items-center gap-2 text-sm font-normal text-ink-2">
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
        {label}
      </h2>
      <div className="min-w-0">
        <StateWord tone={look.tone} glyph={look.glyph} className="text-md font-semibold">
          {look.word}
        </StateWord>
        <p className="small text-ink-2">{why}</p>
      </div>
      {children}
    </div>
  );
}

function whereaboutsReason(card: CardRecord, asOf: string): string {
  if (card.whereabouts === null) return "Kart henüz bir nesne değil; basıldığında yeri burada görünür.";
  const last = card.reports.find(({ reversedById, milestone }) => reversedById === null && milestone !== null && milestone !== "reversal");
  const since = card.whereaboutsSince;
  const isTimed = card.whereaboutsLimit !== null;
  return [
    card.barcode ? barcodeGroups(card.barcode) : "",
    last?.branch ?? "",
    since ? `${formatDate(new Date(since))} gününden beri` : "",
    since && isTimed ? `${ageWords(since, asOf)}, sınır ${card.whereaboutsLimit} gün` : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

function taskLook(card: CardRecord, open: CardExceptionRow | undefined): Look {
  if (card.pendingCorrection) return { word: "Teslim düzeltmesi onay bekliyor", tone: "amber", glyph: "waiting" };
  if (open?.kind === "returned" && card.allowedActions.includes("resend"))
    return { word: "Yeniden gönderin", tone: "amber", glyph: "waiting" };
  if (open) return { word: nextStepOf(open.kind, open.cause), tone: "red", glyph: "alert" };
  if (card.work === "closed") return { word: "Yapılacak iş yok", tone: "green", glyph: "done" };
  return workLook(card.work);
}

function exceptionReason(open: CardExceptionRow, asOf: string): string {
  const named = open.cause ? `${exceptionWords[open.kind]}: ${returnCauseWords[open.cause].toLocaleLowerCase("tr-TR")}` : open.detail;
  const due = `${formatDate(open.dueOn)} gününe kadar${open.isOverdue ? ", gecikti" : ""}`;
  return [named, open.owner?.name ?? "sahipsiz", ageWords(open.openedAt, asOf), due].join(" · ");
}

function workReason(card: CardRecord, asOf: string): string {
  if (card.work === "closed") return card.whereabouts === "delivered" ? "Kart hak sahibine ulaştı." : "Kartın işi kapandı.";
  const limit = card.workLimit === null ? "" : `, sınır ${card.workLimit} gün`;
  return `${ageWords(card.workSince, asOf)}${limit}`;
}

type NextDeedProps = Omit<CardAxesProps, "asOf"> & { open: CardExceptionRow | undefined };

/** The one thing an office would do now. */
function NextDeed({ card, open, onDeed, onException }: NextDeedProps) {
  const next = nextAction(card, open);
  if (next) {
    return (
      <Button tone="primary" onClick={() => onDeed(next)}>
        {actionLabels[next]}
      </Button>
    );
  }
  if (open?.allowedActions.includes("close")) return <Button onClick={() => onException(open, "close")}>Sonucu yaz</Button>;
  return null;
}

function nextAction(card: CardRecord, open: CardExceptionRow | undefined): CardAction | null {
  const may = (action: CardAction) => card.allowedActions.includes(action);
  if (open?.kind === "found_after_report") return may("destroy") ? "destroy" : null;
  if (open?.kind !== "returned") return null;
  if (open.cause === "addressee_deceased" || open.cause === "damaged") return may("destroy") ? "destroy" : null;
  if (may("resend")) return "resend";
  return may("confirm_address") ? "confirm_address" : null;
}
