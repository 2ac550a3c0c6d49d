"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { passive } from "@/components/access/access-queries.ts";
import { circularQueries } from "@/components/circulars/circular-queries.ts";
import { planReminders, readReminderPlan, repeatRequest, stopReminders } from "@/lib/circulars/reminder-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

const ONE_MINUTE = 60_000;

export const reminderQueries = {
  plan: (circularId: string) =>
    queryOptions({
      queryKey: [...circularQueries.root, "reminder-plan", circularId],
      queryFn: ({ signal }) => call(readReminderPlan, { circularId }, { signal, ...passive }),
      refetchInterval: ONE_MINUTE,
    }),
};

function useReminderDeed<Input, Output>(deed: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: deed,
    meta: { handlesErrors: true },
    onSettled: () => queries.invalidateQueries({ queryKey: circularQueries.root }),
  });
}

export const usePlanReminders = () => useReminderDeed((input: InputOf<typeof planReminders>) => call(planReminders, input));

export const useStopReminders = () => useReminderDeed((input: InputOf<typeof stopReminders>) => call(stopReminders, input));

export const useRepeatRequest = () => useReminderDeed((input: InputOf<typeof repeatRequest>) => call(repeatRequest, input));
