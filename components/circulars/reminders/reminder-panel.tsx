"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ReasonQuestion } from "@/components/circulars/record/reason-dialogs.tsx";
import { ReminderDialog } from "@/components/circulars/reminders/reminder-dialog.tsx";
import { reminderQueries, useStopReminders } from "@/components/circulars/reminders/reminder-queries.ts";
import { ruleInWords, stepLook, stepResult, stepTitles } from "@/components/circulars/reminders/reminder-words.ts";
import { RepeatRequest } from "@/components/circulars/reminders/repeat-request.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import type { CircularRecord } from "@/lib/circulars/contract.ts";
import type { ReminderPlanView } from "@/lib/circulars/reminder-contract.ts";
import { formatDate, formatDateTime } from "@/lib/platform/locale/tr.ts";

/** What happens by itself to whoever does not answer, and when; it can be changed and stopped. */
export function ReminderPanel({ record }: { record: CircularRecord }) {
  const query = useQuery(reminderQueries.plan(record.id));
  if (record.state === "withdrawn") return null;
  return (
    <Panel title="Hatırlatma planı">
      <LoadState query={query} what="Hatırlatma planı" lines={3}>
        {(plan) => <ReminderPlan record={record} plan={plan} />}
      </LoadState>
    </Panel>
  );
}

export type ReminderPlanProps = { record: CircularRecord; plan: ReminderPlanView; onChanged?: (() => void) | undefined };

/** The plan with what may be done about it, before the dispatch and after it. */
export function ReminderPlan({ record, plan, onChanged }: ReminderPlanProps) {
  const [asked, setAsked] = useState<"plan" | "stop" | null>(null);
  const may = (action: ReminderPlanView["allowedActions"][number]) => plan.allowedActions.includes(action);
  return (
    <div className="space-y-3">
      {plan.rule ? <Steps plan={plan} rule={plan.rule} /> : <p className="small text-ink-2">{emptyWords(plan, may("plan"))}</p>}
      {plan.stopped ? (
        <p className="small text-ink-2">
          {plan.stopped.name} durdurdu, <span className="num">{formatDateTime(new Date(plan.stopped.at))}</span>: {plan.stopped.reason}
        </p>
      ) : null}
      <RepeatRequest record={record} plan={plan} />
      <div className="flex flex-wrap gap-2 empty:hidden">
        {may("plan") ? (
          <Button size="sm" onClick={() => setAsked("plan")}>
            {planDeed(plan)}
          </Button>
        ) : null}
        {may("stop") ? (
          <Button size="sm" onClick={() => setAsked("stop")}>
            Planı durdur
          </Button>
        ) : null}
      </div>
      {asked === "plan" ? <ReminderDialog circularId={record.id} plan={plan} onClose={() => setAsked(null)} onSaved={onChanged} /> : null}
      {asked === "stop" ? <StopQuestion circularId={record.id} plan={plan} onClose={() => setAsked(null)} onStopped={onChanged} /> : null}
    </div>
  );
}

function planDeed({ rule, stopped }: ReminderPlanView): string {
  if (!rule) return "Hatırlatma planla";
  return stopped ? "Yeniden başlat" : "Planı değiştir";
}

function emptyWords({ dispatchedOn, silentCount }: ReminderPlanView, mayPlan: boolean): string {
  if (!mayPlan) return "Bu yazı için plan yapılmadı.";
  if (dispatchedOn === null)
    return "Plan yapmazsanız yanıt vermeyenlere kendiliğinden hatırlatılmaz. Plan yazı gönderilince başlar: iş günlerinde hatırlatılır, sonunda üst makama bildirilir ve karar istenir.";
  if (silentCount === 0) return "Yanıt vermeyen kurum yok; planlanacak hatırlatma kalmadı.";
  return "Yanıt vermeyenlere kendiliğinden hatırlatılmıyor. Plan yaparsanız iş günlerinde hatırlatılır, sonunda üst makama bildirilir ve karar istenir.";
}

function Steps({ plan, rule }: { plan: ReminderPlanView; rule: NonNullable<ReminderPlanView["rule"]> }) {
  return (
    <>
      <ol className="small divide-y divide-line" aria-label="Planın adımları">
        {plan.steps.map((step, index) => {
          const look = stepLook(step, index + 1, plan);
          return (
            <li key={step.kind} className="py-1.5">
              <span className="flex items-baseline justify-between gap-3">
                <span className="font-medium">{stepTitles[step.kind]}</span>
                <span className="num shrink-0 text-ink-2">{step.on ? formatDate(step.on) : unknownDay(plan)}</span>
              </span>
              <StateWord tone={look.tone} glyph={look.glyph}>
                {look.word}
              </StateWord>
              {step.done ? <span className="block text-ink-2">{stepResult(step)}</span> : null}
            </li>
          );
        })}
      </ol>
      <p className="cap">
        {ruleInWords(rule)}. Yanıt verene, vazgeçilene ve telefonda gün verene o güne kadar gitmez. Planlayan: {plan.setName}.
      </p>
    </>
  );
}

type StopQuestionProps = { circularId: string; plan: ReminderPlanView; onClose: () => void; onStopped?: (() => void) | undefined };

const unknownDay = ({ rule, dueOn }: ReminderPlanView): string =>
  rule?.basis === "due_date" && dueOn === null ? "son gün yok" : "gönderimle belli olur";

function StopQuestion({ circularId, plan, onClose, onStopped }: StopQuestionProps) {
  const stop = useStopReminders();
  return (
    <ReasonQuestion
      open
      onOpenChange={(open) => !open && onClose()}
      title="Hatırlatma planı durdurulsun mu?"
      consequence={
        plan.dispatchedOn === null
          ? "Yazı gönderilince kimseye kendiliğinden hatırlatılmaz; plan gönderimden önce de sonra da yeniden başlatılabilir."
          : "Kalan adımlar yapılmaz. Gönderilmiş hatırlatmalar geri alınmaz; plan sonra yeniden başlatılabilir."
      }
      deed="Planı durdur"
      doing="Durduruluyor"
      label="Gerekçe"
      maxLength={500}
      command={stop}
      onReason={(reason, onSuccess) => {
        const done = () => {
          onSuccess();
          onStopped?.();
        };
        stop.mutate({ circularId, planVersion: plan.planVersion, reason }, { onSuccess: done });
      }}
    />
  );
}
