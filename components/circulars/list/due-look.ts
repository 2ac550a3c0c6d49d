import type { Tone } from "@/components/ui/tone.ts";
import type { CircularSummary } from "@/lib/circulars/contract.ts";
import { formatDate, localDateOf } from "@/lib/platform/locale/tr.ts";

const DAY = 86_400_000;
const SOON = 3;

/** While answers are awaited a due date is late or near; before and after that it is only a date. */
const awaiting: readonly CircularSummary["state"][] = ["dispatching", "dispatched"];

export function dueLook({ dueOn, state }: Pick<CircularSummary, "dueOn" | "state">, now: Date): { words: string; tone: Tone } | null {
  if (dueOn === null) return null;
  const days = (Date.parse(dueOn) - Date.parse(localDateOf(now))) / DAY;
  if (awaiting.includes(state) && days < 0) return { words: `${-days} gün gecikti`, tone: "red" };
  return { words: formatDate(dueOn), tone: awaiting.includes(state) && days <= SOON ? "amber" : "grey" };
}
