import { recipientStateLooks, type StateLook } from "@/components/circulars/labels.ts";
import type { Cell } from "@/components/ui/progress.tsx";
import type { Tone } from "@/components/ui/tone.ts";
import { RecipientState } from "@/lib/circulars/delivery-contract.ts";
import type { DispatchStrip } from "@/lib/circulars/incoming-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

type DispatchCell = DispatchStrip["cells"][number];

/** Whoever has read or answered also has the letter. */
const reached: readonly RecipientState[] = ["delivered", "read", "deemed_read", "acknowledged", "action_reported"];
const answered: readonly RecipientState[] = ["acknowledged", "action_reported"];
const notYet: readonly RecipientState[] = ["planned", "waived"];

export type SummaryLine = StateLook & { key: string; count: number; total: number | null };

const stateOf = (cell: DispatchCell): RecipientState => RecipientState.catch("planned").parse(cell.state);

/** How far a dispatch has come: reached and answered of all, then every other state that occurs. */
export function linesOf(cells: readonly DispatchCell[]): SummaryLine[] {
  const states = cells.map(stateOf);
  const within = (group: readonly RecipientState[]) => states.filter((state) => group.includes(state)).length;
  const lines: SummaryLine[] = [
    { key: "reached", word: "Ulaştı", tone: "green", glyph: "done", count: within(reached), total: cells.length },
    { key: "answered", word: "Bilgi alındı", tone: "grey", glyph: "empty", count: within(answered), total: cells.length },
  ];
  const others = RecipientState.options.filter((state) => !reached.includes(state));
  for (const state of others) {
    const count = within([state]);
    if (count > 0) lines.push({ key: state, ...recipientStateLooks[state], count, total: null });
  }
  return lines;
}

/** The strip's colours say only whether it arrived: green there, blue under way, amber or red where somebody must look. */
export function cellsOf(cells: readonly DispatchCell[]): Cell[] {
  return cells.map((cell, index) => {
    const state = stateOf(cell);
    return { id: String(index), fill: fillOf(state), title: `${cell.name}: ${recipientStateLooks[state].word}` };
  });
}

function fillOf(state: RecipientState): Tone | "none" {
  if (reached.includes(state)) return "green";
  return notYet.includes(state) ? "none" : recipientStateLooks[state].tone;
}

/** The strip in words. */
export function stripLabel(cells: readonly DispatchCell[], lines: readonly SummaryLine[]): string {
  const parts = lines.filter(({ count }) => count > 0).map(({ count, word }) => `${formatNumber(count)} ${word}`);
  return `${formatNumber(cells.length)} muhatap: ${parts.join(", ")}`;
}
