import { recipientStateLooks, type StateLook } from "@/components/circulars/labels.ts";
import type { Cell } from "@/components/ui/progress.tsx";
import type { Tone } from "@/components/ui/tone.ts";
import { RecipientState } from "@/lib/circulars/delivery-contract.ts";
import type { DispatchStrip } from "@/lib/circulars/incoming-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

type DispatchCell = DispatchStrip["cells"][number];

/** What "reached" says already; every other state that occurs has a line of its own. */
const told: readonly RecipientState[] = ["delivered", "read", "deemed_read", "acknowledged", "action_reported"];
const notYet: readonly RecipientState[] = ["planned", "waived"];

export type SummaryLine = StateLook & { key: string; count: number; total: number | null };

const stateOf = (cell: DispatchCell): RecipientState => RecipientState.catch("planned").parse(cell.state);

/**
 * How far a dispatch has come: reached and answered, each of those of whom it is so or still expected; then every other
 * state that occurs. Nothing more is expected of whoever was waived (N10): what has happened before counts, what has not
 * is missing nowhere.
 */
export function linesOf(cells: readonly DispatchCell[]): SummaryLine[] {
  const of = (holds: (cell: DispatchCell) => boolean) => ({
    count: cells.filter(holds).length,
    total: cells.filter((cell) => holds(cell) || stateOf(cell) !== "waived").length,
  });
  const lines: SummaryLine[] = [
    { key: "reached", word: "Ulaştı", tone: "green", glyph: "done", ...of(({ reached }) => reached) },
    { key: "answered", word: "Bilgi alındı", tone: "grey", glyph: "empty", ...of(({ answered }) => answered) },
  ];
  const states = cells.map(stateOf);
  for (const state of RecipientState.options.filter((one) => !told.includes(one))) {
    const count = states.filter((one) => one === state).length;
    if (count > 0) lines.push({ key: state, ...recipientStateLooks[state], count, total: null });
  }
  return lines;
}

/** The strip's colours say only whether it arrived: green there, blue under way, amber or red where somebody must look. */
export function cellsOf(cells: readonly DispatchCell[]): Cell[] {
  return cells.map((cell, index) => {
    const state = stateOf(cell);
    return { id: String(index), fill: cell.reached ? "green" : fillOf(state), title: `${cell.name}: ${recipientStateLooks[state].word}` };
  });
}

function fillOf(state: RecipientState): Tone | "none" {
  return notYet.includes(state) ? "none" : recipientStateLooks[state].tone;
}

/** The strip in words. */
export function stripLabel(cells: readonly DispatchCell[], lines: readonly SummaryLine[]): string {
  const parts = lines.filter(({ count }) => count > 0).map(({ count, word }) => `${formatNumber(count)} ${word}`);
  return `${formatNumber(cells.length)} muhatap: ${parts.join(", ")}`;
}
