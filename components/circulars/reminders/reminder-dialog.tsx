"use client";
import { useState } from "react";
import { problemText } from "@/components/circulars/board/remind-dialog.tsx";
import { usePlanReminders } from "@/components/circulars/reminders/reminder-queries.ts";
import { stepTitles } from "@/components/circulars/reminders/reminder-words.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { type ReminderPlanView, ReminderRule } from "@/lib/circulars/reminder-contract.ts";
import { plannedDays, type ReminderBasis, reminderSteps } from "@/lib/circulars/reminder-plan.ts";
import { formatDate, localDateOf, lowerTr } from "@/lib/platform/locale/tr.ts";

export type ReminderDialogProps = { circularId: string; plan: ReminderPlanView; onClose: () => void; onSaved?: (() => void) | undefined };

type Count = "firstAfter" | "secondAfter" | "escalateAfter";
type Typed = { basis: ReminderBasis } & Record<Count, string>;

const counts: { name: Count; label: string }[] = [
  { name: "firstAfter", label: "Hatırlatma" },
  { name: "secondAfter", label: "İkinci hatırlatma" },
  { name: "escalateAfter", label: "Üst makam ve karar" },
];

/** The rule in working days, with the days it makes as one types. */
export function ReminderDialog({ circularId, plan, onClose, onSaved }: ReminderDialogProps) {
  const start = plan.rule ?? plan.proposedRule;
  const [typed, setTyped] = useState<Typed>({
    // A due date that has gone meanwhile cannot be counted from.
    basis: plan.dueOn ? start.basis : "silence",
    firstAfter: String(start.firstAfter),
    secondAfter: String(start.secondAfter),
    escalateAfter: String(start.escalateAfter),
  });
  const [isAsked, setAsked] = useState(false);
  const save = usePlanReminders();
  const rule = ReminderRule.safeParse({
    basis: typed.basis,
    ...Object.fromEntries(counts.map(({ name }) => [name, /^\d+$/.test(typed[name].trim()) ? Number(typed[name]) : null])),
  });
  const isWrong = (name: Count) => isAsked && !rule.success && rule.error.issues.some(({ path }) => path[0] === name);

  function confirm() {
    setAsked(true);
    if (!rule.success) return;
    save.mutate(
      { circularId, planVersion: plan.planVersion, rule: rule.data },
      {
        onSuccess() {
          toastDone("Hatırlatma planı kaydedildi.");
          onClose();
          onSaved?.();
        },
      },
    );
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title="Hatırlatma planı"
      description="Adımlar yalnız iş günlerinde ve yalnız o an yanıt vermemiş kurumlar için yapılır."
      foot={
        <Button tone="primary" busy={save.isPending ? "Kaydediliyor" : false} onClick={confirm}>
          Planı kaydet
        </Button>
      }
    >
      <div className="grid gap-4">
        <RadioGroup
          legend="Süre ne zaman başlar"
          value={typed.basis}
          onValueChange={(basis) => setTyped({ ...typed, basis })}
          options={[
            ...(plan.dueOn ? [{ value: "due_date" as const, label: `Son gün dolunca (${formatDate(plan.dueOn)})` }] : []),
            {
              value: "silence" as const,
              label: plan.dispatchedOn ? `Gönderimden beri (${formatDate(plan.dispatchedOn)})` : "Gönderilince",
            },
          ]}
        />
        <div className="grid items-start gap-3 sm:grid-cols-3">
          {counts.map(({ name, label }) => (
            <Field key={name} label={label} error={isWrong(name) ? "1–60 yazın." : undefined}>
              <TextInput
                className="num"
                inputMode="numeric"
                autoComplete="off"
                maxLength={2}
                value={typed[name]}
                onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
              />
            </Field>
          ))}
        </div>
        <p className="cap">İş günü olarak; her adım bir öncekinden sayılır.</p>
        <Preview plan={plan} rule={rule.success ? rule.data : null} />
        {save.error ? (
          <Banner live tone="red" title="Plan kaydedilmedi.">
            {problemText(save.error)} Yazdıklarınız duruyor.
          </Banner>
        ) : null}
      </div>
    </Dialog>
  );
}

/** The working-day calendar's answer; a day that has passed already becomes today or the next working day. */
function Preview({ plan, rule }: { plan: ReminderPlanView; rule: ReminderRule | null }) {
  const days = rule && plannedDays(rule, plan);
  if (!rule) return null;
  return (
    <p className="small" aria-live="polite">
      {days
        ? reminderSteps.map((kind, index) => `${formatDate(days[index] ?? "").slice(0, 5)} ${lowerTr(stepTitles[kind])}`).join(", ")
        : "Günler yazı gönderilince belli olur."}
      {days && days[0] < todayText() ? " Geçmiş adımlar bugün ya da sonraki iş günü yapılır." : ""}
    </p>
  );
}

const todayText = (): string => localDateOf(new Date());
