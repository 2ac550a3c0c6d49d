"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useRepeatRequest } from "@/components/circulars/reminders/reminder-queries.ts";
import { CloseTaskButton } from "@/components/circulars/today/close-task-button.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { FieldError } from "@/components/ui/field.tsx";
import type { CircularRecord } from "@/lib/circulars/contract.ts";
import type { ReminderPlanView } from "@/lib/circulars/reminder-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

type Props = { record: CircularRecord; plan: ReminderPlanView };

/** Once reminders have not helped: the letter that repeats the request, or the question closed with a reason. */
export function RepeatRequest({ record, plan }: Props) {
  const { task, allowedActions } = plan;
  const mayRepeat = allowedActions.includes("repeat_request");
  if (!task) return mayRepeat && plan.steps.some(({ done }) => done) ? <RepeatDeed record={record} plan={plan} /> : null;
  return (
    <section aria-label="Hatırlatmalara karşın yanıt yok" className="rounded-lg border border-amber-line">
      <Banner tone="amber" title="Hatırlatmalara karşın yanıt yok." flush className="rounded-lg border-0">
        <span className="block">{task.detail}</span>
        <span className="mt-2 flex flex-wrap gap-2 empty:hidden">
          {mayRepeat ? <RepeatDeed record={record} plan={plan} /> : null}
          {allowedActions.includes("close_task") ? (
            <CloseTaskButton size="sm" taskId={task.id} title="Hatırlatmalara karşın yanıt yok" detail={task.detail} />
          ) : null}
        </span>
      </Banner>
    </section>
  );
}

function RepeatDeed({ record, plan }: Props) {
  const [isOpen, setOpen] = useState(false);
  const repeat = useRepeatRequest();
  const router = useRouter();
  const count = formatNumber(plan.repeatableCount);
  const superiors = plan.silentCount - plan.repeatableCount;
  const left = superiors > 0 ? ` Üst makam olan ${formatNumber(superiors)} muhataba tekit yazılmaz.` : "";
  // Awaited, not told by a callback: with the draft the question is answered, and this button may be gone by then.
  async function confirm() {
    const draft = await repeat.mutateAsync({ circularId: record.id, version: record.version }).catch(() => null);
    if (!draft) return;
    setOpen(false);
    router.push(`/circulars/${draft.id}`);
  }
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {count} kuruma tekit yazısı hazırla
      </Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={`${count} kuruma tekit yazısı hazırlansın mı?`}
        consequence={`Bu yazı ilgi gösterilerek “Tekit Yazısı” konulu bir taslak açılır; paraf ve imzadan geçmeden gönderilmez.${left}`}
        deed="Tekit yazısını hazırla"
        busy={repeat.isPending ? "Taslak açılıyor" : false}
        onConfirm={() => void confirm()}
      >
        {repeat.error ? (
          <div role="alert">
            <FieldError>{repeat.error.message}</FieldError>
          </div>
        ) : null}
      </ConfirmDialog>
    </>
  );
}
