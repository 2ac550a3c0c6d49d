// L2: what the Mint declared, what the accounts hold and what the cards are must agree, series by series (domain.md §2).
import type { CardWhereabouts } from "./contract.ts";
import { Account, type Equation, type SerialRange } from "./ledger-rows.ts";
import type { Holding, Line } from "./serial-ledger.ts";

export type Counted = {
  declaredCount: number;
  balances: Record<Account, number>;
  /** New-design cards past `qc_pass`. */
  cardCount: number;
  /** Those of them whose whereabouts are known. */
  cards: Record<CardWhereabouts, number>;
};

const sum = (terms: Equation["terms"]): number => terms.reduce((total, { count }) => total + count, 0);

/** The three equations with their live numbers; where one does not hold, `difference` says by how many. */
export function equationsOf({ declaredCount, balances, cardCount, cards }: Counted): Equation[] {
  const held = Account.options.map((name) => ({ name, count: balances[name] }));
  const made = [{ name: "cards" as const, count: cardCount }];
  const placed = Object.entries(cards).map(([name, count]) => ({ name: name as CardWhereabouts, count }));
  const equation = (name: Equation["name"], total: number, terms: Equation["terms"]): Equation => ({
    name,
    total,
    terms,
    difference: total - sum(terms),
  });
  return [equation("declared", declaredCount, held), equation("consumed", balances.consumed, made), equation("cards", cardCount, placed)];
}

export const holds = (equations: readonly Equation[]): boolean => equations.every(({ difference }) => difference === 0);

/**
 * All lines of a series folded in one pass, for series of many thousand ranges: the same picture as `fold`, by another way.
 * Lines that a holding cannot give are left out of the account they came from; the comparison with `holding` shows them.
 */
export function replayed(lines: readonly Line[]): Holding[] {
  const held: Holding[] = [];
  for (const line of lines) {
    if (line.from !== "outside") take(held, line);
    if (line.to !== "outside")
      give(held, { ...range(line), account: line.to, batchId: line.to === "nvi_floor" ? (line.batchId ?? null) : null });
  }
  return held;
}

const range = ({ first, last }: SerialRange): SerialRange => ({ first, last });

export const lossAccounts = ["spoiled_held", "destroyed", "missing", "written_off"] as const satisfies readonly Account[];
type LossAccount = (typeof lossAccounts)[number];

export type DatedLine = Line & { occurredOn: string };

/** What lies lost in which account since which day; takes the lines that touch such an account, in order. */
export function lossesByDay(lines: readonly DatedLine[]): { account: LossAccount; day: string; count: number }[] {
  const held: Holding[] = [];
  for (const line of lines) {
    const account = lossAccounts.find((name) => name === line.to);
    take(held, line);
    // The day stands where a floor has its batch, so that neighbours of different days stay apart.
    if (account) give(held, { ...range(line), account, batchId: line.occurredOn });
  }
  const totals = Map.groupBy(held, ({ account, batchId }) => `${account} ${batchId}`);
  return [...totals].map(([key, pieces]) => {
    const [account = "", day = ""] = key.split(" ");
    return { account: account as LossAccount, day, count: pieces.reduce((total, { first, last }) => total + last - first + 1, 0) };
  });
}

/** Index of the first holding that ends at or after a serial. */
function firstFrom(held: readonly Holding[], serial: number): number {
  let low = 0;
  let high = held.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((held[middle]?.last ?? 0) < serial) low = middle + 1;
    else high = middle;
  }
  return low;
}

function take(held: Holding[], { first, last }: SerialRange): void {
  const start = firstFrom(held, first);
  const left: Holding[] = [];
  let end = start;
  for (let holding = held[end]; holding && holding.first <= last; holding = held[end]) {
    if (holding.first < first) left.push({ ...holding, last: first - 1 });
    if (holding.last > last) left.push({ ...holding, first: last + 1 });
    end += 1;
  }
  held.splice(start, end - start, ...left);
}

function give(held: Holding[], taken: Holding): void {
  const given = { ...taken };
  const isOfGiven = (holding: Holding | undefined): holding is Holding =>
    holding?.account === given.account && holding.batchId === given.batchId;
  let start = firstFrom(held, taken.first);
  let removed = 0;
  const before = held[start - 1];
  if (isOfGiven(before) && before.last === taken.first - 1) {
    start -= 1;
    removed += 1;
    given.first = before.first;
  }
  const after = held[start + removed];
  if (isOfGiven(after) && after.first === taken.last + 1) {
    removed += 1;
    given.last = after.last;
  }
  held.splice(start, removed, given);
}
