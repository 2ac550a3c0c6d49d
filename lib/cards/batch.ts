// A batch: cards personalised together from one series, with one file to NVİ and one set of serials reserved on the floor
// (domain.md §2 and §3). A serial belongs to a line from the seal on, and to a card only from the quality check on (L5).
import type { BatchAction, BatchState, LineState } from "./production-contract.ts";
import { without } from "./serial-ranges.ts";

export const batchMoves = {
  gathered: ["allotted", "cancelled"],
  allotted: ["sent", "cancelled"],
  sent: ["in_production"],
  in_production: ["completed"],
  completed: [],
  cancelled: [],
} as const satisfies Record<BatchState, readonly BatchState[]>;

export const lineMoves = {
  waiting: ["received", "validated", "printed", "error", "removed"],
  received: ["validated", "printed", "error"],
  validated: ["printed", "error"],
  printed: ["qc_pass", "qc_fail"],
  error: [],
  qc_pass: [],
  qc_fail: [],
  removed: [],
} as const satisfies Record<LineState, readonly LineState[]>;

export type PartnerState = "received" | "validated" | "printed" | "error";

/** What an answer does to a line: `late` says what the line has passed already, `refused` contradicts it. */
export type AnswerEffect = "advance" | "late" | "refused";

export function effectOf(state: LineState, answer: PartnerState): AnswerEffect {
  if ((lineMoves[state] as readonly LineState[]).includes(answer)) return "advance";
  if (answer === "error") return state === "error" ? "late" : "refused";
  return state === "error" || state === "removed" ? "refused" : "late";
}

/** Lines that still need their reserved serial. */
export const holdsSerial = (state: LineState): boolean => ["waiting", "received", "validated", "printed"].includes(state);

export type BatchGround = {
  state: BatchState;
  lines: readonly { state: LineState; serial: number | null }[];
  floor: readonly { first: number; last: number }[];
  hasWaitingProposal: boolean;
  hasAnswers: boolean;
};

const countOf = (ranges: readonly { first: number; last: number }[]) => ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);

/** Of the floor, what no open line holds: it goes back to the vault. Before the seal nothing is held for good. */
export function spareOf({ lines, floor }: Pick<BatchGround, "lines" | "floor">): { first: number; last: number }[] {
  const held = lines.flatMap(({ state, serial }) => (serial !== null && holdsSerial(state) ? [{ first: serial, last: serial }] : []));
  return without(floor, held);
}

/** The one table that the batch page's buttons and the commands consult. */
export function batchActions(ground: BatchGround): BatchAction[] {
  const { state, lines, floor, hasWaitingProposal, hasAnswers } = ground;
  const open = lines.filter((line) => holdsSerial(line.state)).length;
  const floorCount = countOf(floor);
  const isBefore = state === "gathered" || state === "allotted";
  const isUnderWay = state === "sent" || state === "in_production";
  const rules: Record<BatchAction, boolean> = {
    allot: isBefore && floorCount < open && !hasWaitingProposal,
    remove_line: isBefore && open > 1 && !hasWaitingProposal,
    seal: (isBefore && open > 0 && floorCount >= open) || (state === "sent" && !hasAnswers),
    download: state === "sent",
    take_answers: isUnderWay,
    check: state === "in_production" && lines.some((line) => line.state === "printed"),
    give_back: spareOf(ground).length > 0 && !hasWaitingProposal && state !== "gathered",
    complete: state === "in_production" && open === 0 && floorCount === 0,
    cancel: isBefore && !hasWaitingProposal,
  };
  return (Object.keys(rules) as BatchAction[]).filter((action) => rules[action]);
}

/** Serials in their order to lines in theirs; what is left over stays spare. */
export function assignSerials(
  lines: readonly { line: number; state: LineState }[],
  floor: readonly { first: number; last: number }[],
): { line: number; serial: number }[] {
  const open = lines.filter(({ state }) => holdsSerial(state)).toSorted((a, b) => a.line - b.line);
  const serials = serialsOf(floor, open.length);
  return open.flatMap(({ line }, index) => {
    const serial = serials[index];
    return serial === undefined ? [] : [{ line, serial }];
  });
}

/** The first `count` serials of some ranges, in order. */
export function serialsOf(ranges: readonly { first: number; last: number }[], count: number): number[] {
  const serials: number[] = [];
  for (const { first, last } of ranges.toSorted((a, b) => a.first - b.first)) {
    for (let serial = first; serial <= last && serials.length < count; serial += 1) serials.push(serial);
  }
  return serials;
}

/** The first `count` serials of some ranges, as ranges; empty where they are too few. */
export function firstOf(ranges: readonly { first: number; last: number }[], count: number): { first: number; last: number }[] {
  let left = count;
  const taken: { first: number; last: number }[] = [];
  for (const { first, last } of ranges.toSorted((a, b) => a.first - b.first)) {
    if (left <= 0) break;
    const end = Math.min(last, first + left - 1);
    taken.push({ first, last: end });
    left -= end - first + 1;
  }
  return left > 0 ? [] : taken;
}

/** A serial of the series as scanned ("A260123456"), read out ("A26 0123456") or typed as digits alone; null where it is none. */
export function typedSerial(typed: string, series: string, digits: number): number | null {
  const text = typed.toUpperCase().replaceAll(/[\s.-]/g, "");
  const number = text.startsWith(series) && text.length === series.length + digits ? text.slice(series.length) : text;
  return /^\d{1,12}$/.test(number) && number.length <= digits ? Number(number) : null;
}
