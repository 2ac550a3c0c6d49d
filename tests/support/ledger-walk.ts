// Random ways of serials through the ledger, for the pure rules and for the database alike: a seed gives the same walk in both.
import type { Account, MovementKind, SerialRange } from "../../lib/cards/ledger-rows.ts";
import { apply, type Holding, type Line, pairsOf, refusalOf, reversed, reversibleKinds } from "../../lib/cards/serial-ledger.ts";

export type Step = { kind: MovementKind; lines: Line[]; reverses: number | null };

/** A small generator of our own, so that a printed seed is enough to walk the same way again (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Consumption needs cards; it is walked where there are some. */
const kinds: readonly MovementKind[] = [
  "declare",
  "dispatch",
  "receive",
  "allot",
  "give_back",
  "spoil",
  "sample",
  "destroy",
  "lose",
  "find",
  "write_off",
  "reverse",
];

type Walk = { random: () => number; batches: readonly string[]; withConsume: boolean };
export type Done = { step: Step; isReversed: boolean };

const pick = <Item>(random: () => number, items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;

/** Any step: some are possible, some are not, as people try. */
export function nextStep({ random, batches, withConsume }: Walk, holdings: readonly Holding[], done: readonly Done[]): Step {
  const offered = withConsume ? [...kinds, "consume" as const] : kinds;
  const likely = random() < 0.9 ? offered.filter((kind) => isLikely(kind, holdings)) : offered;
  const kind = pick(random, likely);
  if (kind === "reverse") return reversal(random, done);
  const [from, to] = pick(random, pairsOf(kind));
  const batchId = from === "nvi_floor" || to === "nvi_floor" ? pick(random, batches) : null;
  const count = random() < 0.8 ? 1 : 2;
  const lines = Array.from({ length: count }, () => ({
    ...rangeFor({ random, from: from === "outside" ? null : from, batchId }, holdings),
    from,
    to,
    ...(batchId && { batchId }),
  }));
  return { kind, lines, reverses: null };
}

const isLikely = (kind: MovementKind, holdings: readonly Holding[]): boolean =>
  kind === "declare" || kind === "reverse" || pairsOf(kind).some(([from]) => holdings.some(({ account }) => account === from));

type Wanted = { random: () => number; from: Account | null; batchId: string | null };

/** Mostly within what the giver holds, else anywhere: the refusals are walked too. */
function rangeFor({ random, from, batchId }: Wanted, holdings: readonly Holding[]): SerialRange {
  const own =
    from === null ? [] : holdings.filter(({ account, batchId: held }) => account === from && (from !== "nvi_floor" || held === batchId));
  const highest = Math.max(0, ...holdings.map(({ last }) => last));
  if (own.length > 0 && random() < 0.9) {
    const { first, last } = pick(random, own);
    const start = first + Math.floor(random() * (last - first + 1));
    const end = random() < 0.5 ? last : start + Math.floor(random() * (last - start + 1));
    return { first: start, last: end };
  }
  const start = from === null && random() < 0.8 ? highest + 1 : 1 + Math.floor(random() * (highest + 20));
  return { first: start, last: start + Math.floor(random() * 40) };
}

function reversal(random: () => number, done: readonly Done[]): Step {
  const index = Math.floor(random() * Math.max(1, done.length));
  const cited = done[index];
  if (!cited) return { kind: "reverse", lines: [], reverses: null };
  return { kind: "reverse", lines: reversed(cited.step.lines), reverses: index };
}

/** Whether the office allows it now: the rule, and for a reversal that it cites something not yet taken back. */
export function isAllowed(step: Step, holdings: readonly Holding[], done: readonly Done[]): boolean {
  if (step.lines.length === 0) return false;
  if (step.kind === "reverse") {
    const cited = step.reverses === null ? undefined : done[step.reverses];
    if (!cited || cited.isReversed || !reversibleKinds.includes(cited.step.kind)) return false;
  }
  return refusalOf(step.kind, step.lines, holdings, []) === null;
}

export type Walked = { holdings: Holding[]; lines: Line[]; steps: number; refused: number };

/** Walks `length` steps by the rule alone and calls `look` after each one that was taken. */
export function walk(seed: number, length: number, look: (walked: Walked) => void): Walked {
  const random = randomOf(seed);
  const batches = ["00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"];
  const done: Done[] = [];
  const walked: Walked = { holdings: [], lines: [], steps: 0, refused: 0 };
  for (let index = 0; index < length; index += 1) {
    const step = nextStep({ random, batches, withConsume: true }, walked.holdings, done);
    if (!isAllowed(step, walked.holdings, done)) {
      walked.refused += 1;
      continue;
    }
    take(walked, step, done);
    look(walked);
  }
  return walked;
}

function take(walked: Walked, step: Step, done: Done[]): void {
  walked.holdings = apply(walked.holdings, step.lines);
  walked.lines.push(...step.lines);
  walked.steps += 1;
  const cited = step.reverses === null ? undefined : done[step.reverses];
  if (cited) cited.isReversed = true;
  done.push({ step, isReversed: false });
}
