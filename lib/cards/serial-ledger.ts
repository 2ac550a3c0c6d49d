// The valued-paper ledger as a rule: double entry over serial ranges up to the moment a blank becomes a card (domain.md §2).
// The database refuses the same things (account_pair, post_movement_line, check_movement); here they are decided first and in words.
import type { Account, LineAccount, MovementKind, SerialRange } from "./ledger-rows.ts";
import { countOf, firstOverlap, intersection, merged, overlaps, without } from "./serial-ranges.ts";

export type Holding = SerialRange & { account: Account; batchId: string | null };
export type Line = SerialRange & { from: LineAccount; to: LineAccount; batchId?: string | null };

/** Whose word a movement needs: the custodian's alone, both ends' of a shipment, the batch's own counts, two persons'. */
export type Confirmation = "one" | "shipment" | "batch" | "two_persons";

export type Pair = readonly [from: LineAccount, to: LineAccount, confirmation: Confirmation];

/** L3: the only ways a serial may go; the rows of `account_pair`. */
export const accountPairs = {
  declare: [["outside", "mint_declared", "one"]],
  dispatch: [["mint_declared", "transit_mint_nvi", "shipment"]],
  receive: [["transit_mint_nvi", "nvi_vault", "shipment"]],
  allot: [["nvi_vault", "nvi_floor", "two_persons"]],
  give_back: [["nvi_floor", "nvi_vault", "two_persons"]],
  consume: [["nvi_floor", "consumed", "batch"]],
  spoil: [
    ["nvi_floor", "spoiled_held", "batch"],
    ["nvi_vault", "spoiled_held", "one"],
  ],
  sample: [
    ["nvi_floor", "qa_sample", "one"],
    ["nvi_vault", "qa_sample", "one"],
  ],
  destroy: [
    ["spoiled_held", "destroyed", "two_persons"],
    ["qa_sample", "destroyed", "two_persons"],
  ],
  lose: [
    ["transit_mint_nvi", "missing", "two_persons"],
    ["nvi_vault", "missing", "two_persons"],
    ["nvi_floor", "missing", "two_persons"],
    ["spoiled_held", "missing", "two_persons"],
    ["qa_sample", "missing", "two_persons"],
  ],
  find: [
    ["missing", "nvi_vault", "two_persons"],
    ["missing", "spoiled_held", "two_persons"],
  ],
  write_off: [["missing", "written_off", "two_persons"]],
  reverse: [
    ["mint_declared", "outside", "one"],
    ["transit_mint_nvi", "mint_declared", "one"],
    ["nvi_vault", "transit_mint_nvi", "one"],
    ["nvi_floor", "nvi_vault", "one"],
    ["nvi_vault", "nvi_floor", "one"],
    ["spoiled_held", "nvi_floor", "one"],
    ["spoiled_held", "nvi_vault", "one"],
    ["qa_sample", "nvi_floor", "one"],
    ["qa_sample", "nvi_vault", "one"],
  ],
} as const satisfies Record<MovementKind, readonly Pair[]>;

export const pairsOf = (kind: MovementKind): readonly Pair[] => accountPairs[kind];

/** L8 in the office: what two persons did is undone by two persons, what is gone stays gone. */
export const reversibleKinds: readonly MovementKind[] = ["declare", "dispatch", "receive", "spoil", "sample"];

/** Why a movement cannot be; the closed set of the ledger's own refusals. */
export type Refusal =
  | { reason: "pair"; line: Line }
  | { reason: "batch"; line: Line }
  | { reason: "twice"; range: SerialRange }
  | { reason: "not_held"; range: SerialRange; from: LineAccount; lies: Account | null }
  | { reason: "declared_already"; range: SerialRange; lies: Account }
  | { reason: "counting"; account: Account };

export type Counting = { account: Account; batchId: string | null };

const floorBatch = (account: LineAccount, line: Line): string | null => (account === "nvi_floor" ? (line.batchId ?? null) : null);

/** Decides a movement against the holdings that its lines touch; `counting` are the accounts that stand still (L7). */
export function refusalOf(
  kind: MovementKind,
  lines: readonly Line[],
  holdings: readonly Holding[],
  counting: readonly Counting[],
): Refusal | null {
  for (const line of lines) {
    if (!pairsOf(kind).some(([from, to]) => from === line.from && to === line.to)) return { reason: "pair", line };
    if ((line.from === "nvi_floor" || line.to === "nvi_floor") !== (line.batchId != null)) return { reason: "batch", line };
    const still = counting.find(({ account, batchId }) =>
      [line.from, line.to].some((side) => side === account && floorBatch(side, line) === batchId),
    );
    if (still) return { reason: "counting", account: still.account };
  }
  const twice = firstOverlap(lines);
  if (twice) return { reason: "twice", range: twice };
  return lines.map((line) => (line.from === "outside" ? declaredAlready(line, holdings) : notHeld(line, holdings))).find(Boolean) ?? null;
}

function declaredAlready(line: Line, holdings: readonly Holding[]): Refusal | null {
  const held = holdings.find((holding) => overlaps(holding, line));
  const range = held && intersection(held, line);
  return held && range ? { reason: "declared_already", range, lies: held.account } : null;
}

function notHeld(line: Line, holdings: readonly Holding[]): Refusal | null {
  const { from } = line;
  const touched = holdings.filter((holding) => overlaps(holding, line));
  const own = touched.filter(({ account, batchId }) => account === from && batchId === floorBatch(from, line));
  const [range] = without([line], own);
  if (!range) return null;
  const elsewhere = touched.find((holding) => overlaps(holding, range));
  return { reason: "not_held", range: (elsewhere && intersection(elsewhere, range)) ?? range, from, lies: elsewhere?.account ?? null };
}

/** The holdings of one series after a movement that was not refused: rows split, neighbours in one account become one (L1). */
export function apply(holdings: readonly Holding[], lines: readonly Line[]): Holding[] {
  let next = [...holdings];
  for (const line of lines) {
    if (line.from !== "outside") next = next.flatMap((holding) => withoutLine(holding, line));
    if (line.to !== "outside") next = withTaker(next, { ...range(line), account: line.to, batchId: floorBatch(line.to, line) });
  }
  return next.toSorted((a, b) => a.first - b.first);
}

const range = ({ first, last }: SerialRange): SerialRange => ({ first, last });

const withoutLine = ({ account, batchId, ...held }: Holding, line: Line): Holding[] =>
  without([held], [line]).map((left) => ({ ...left, account, batchId }));

function withTaker(holdings: readonly Holding[], taken: Holding): Holding[] {
  const touches = (holding: Holding) =>
    holding.account === taken.account &&
    holding.batchId === taken.batchId &&
    holding.first <= taken.last + 1 &&
    taken.first <= holding.last + 1;
  const [whole = range(taken)] = merged([range(taken), ...holdings.filter(touches).map(range)]);
  return [...holdings.filter((holding) => !touches(holding)), { ...taken, ...whole }];
}

/** All lines from the first day on, in order of writing: what `holding` must be. */
export const fold = (lines: readonly Line[]): Holding[] => lines.reduce<Holding[]>((holdings, line) => apply(holdings, [line]), []);

export const reversed = (lines: readonly Line[]): Line[] =>
  lines.toReversed().map(({ from, to, ...line }) => ({ ...line, from: to, to: from }));

/** Σ of the Mint's declarations less those taken back: the left side of L2. */
export const declaredCount = (lines: readonly Line[]): number =>
  countOf(lines.filter(({ from }) => from === "outside")) - countOf(lines.filter(({ to }) => to === "outside"));

/** Serials that two pictures of the same series put in different places. */
export function disagreement(a: readonly Holding[], b: readonly Holding[]): number {
  if (isSame(a, b)) return 0;
  const keyOf = ({ account, batchId }: Holding) => `${account} ${batchId ?? ""}`;
  const missing = (one: readonly Holding[], other: readonly Holding[]) => {
    const placed = Map.groupBy(other, keyOf);
    return [...Map.groupBy(one, keyOf)].flatMap(([key, holdings]) => without(holdings, placed.get(key) ?? []));
  };
  return countOf(merged([...missing(a, b), ...missing(b, a)]));
}

/** The usual case, told without taking apart many thousand ranges. */
const isSame = (a: readonly Holding[], b: readonly Holding[]): boolean =>
  a.length === b.length &&
  a.every(({ first, last, account, batchId }, index) => {
    const other = b[index];
    return other?.first === first && other.last === last && other.account === account && other.batchId === batchId;
  });
