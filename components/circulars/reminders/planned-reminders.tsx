"use client";
import { useQuery } from "@tanstack/react-query";
import { reminderQueries } from "@/components/circulars/reminders/reminder-queries.ts";
import { planInWords } from "@/components/circulars/reminders/reminder-words.ts";

/** One line of a check before a deed: what will happen by itself to whoever does not answer. */
export function PlannedReminders({ circularId }: { circularId: string }) {
  const { data, isError } = useQuery(reminderQueries.plan(circularId));
  if (data) return planInWords(data);
  return <span className="text-ink-3">{isError ? "Plan okunamadı." : "Okunuyor…"}</span>;
}
