"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useDraft } from "@/components/circulars/composer/use-draft.ts";
import { ReminderPlan } from "@/components/circulars/reminders/reminder-panel.tsx";
import { reminderQueries } from "@/components/circulars/reminders/reminder-queries.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import { readCircular } from "@/lib/circulars/contract.ts";
import { call } from "@/lib/platform/http/call.ts";

/** What will happen to whoever does not answer: planned with the draft, begun by its dispatch. */
export function DraftReminders() {
  const { record, store } = useDraft();
  const query = useQuery(reminderQueries.plan(record.id));
  const { refetch } = query;
  const { dueOn } = record.content;
  const isBehind = query.data !== undefined && query.data.dueOn !== dueOn;
  // Its days are counted from the due date that was saved last.
  useEffect(() => {
    if (isBehind) void refetch();
  }, [isBehind, refetch]);
  // Whether a plan can stand is one of the draft's checks.
  const checkAgain = () => void store.command(() => call(readCircular, { circularId: record.id }));
  return (
    <section aria-label="Hatırlatma planı">
      <h3 className="h-sec mb-2">Yanıt vermeyenlere hatırlatma</h3>
      <LoadState query={query} what="Hatırlatma planı" lines={3}>
        {(plan) => (
          <div className="max-w-xl">
            <ReminderPlan record={record} plan={plan} onChanged={checkAgain} />
          </div>
        )}
      </LoadState>
    </section>
  );
}
