// The number strip: which serial lies where, as far as a picture can show it.
import type { StripRange } from "./ledger-rows.ts";
import type { Holding } from "./serial-ledger.ts";
import { sizeOf } from "./serial-ranges.ts";

const isAlone = ({ account }: Holding): boolean => account === "missing" || account === "transit_mint_nvi";

/** At most about `limit` stretches: short neighbours stand together under the account of most of them, what is missing by itself. */
export function stripOf(holdings: readonly Holding[], limit: number): StripRange[] {
  if (holdings.length <= limit) return holdings.map(alone);
  const total = holdings.reduce((sum, holding) => sum + sizeOf(holding), 0);
  const least = Math.ceil((2 * total) / limit);
  const strip: StripRange[] = [];
  let group: Holding[] = [];
  const close = () => {
    if (group.length > 0) strip.push(together(group));
    group = [];
  };
  for (const holding of holdings) {
    const previous = group.at(-1);
    if (isAlone(holding) || (previous && previous.last + 1 !== holding.first)) close();
    if (isAlone(holding)) strip.push(alone(holding));
    else group.push(holding);
    if (group.reduce((sum, member) => sum + sizeOf(member), 0) >= least) close();
  }
  close();
  return strip;
}

/** At most about `limit` single places: of those that would be drawn on the same spot, one. */
export function ticksOf(marks: readonly Holding[], limit: number): StripRange[] {
  const [begin, end] = [marks[0]?.first ?? 1, marks.at(-1)?.last ?? 1];
  if (marks.length <= limit) return marks.map(alone);
  const spot = Math.ceil((end - begin + 1) / limit);
  const drawn = new Map<number, Holding>();
  for (const mark of marks) {
    const at = Math.floor((mark.first - begin) / spot);
    if (!drawn.has(at)) drawn.set(at, mark);
  }
  return [...drawn.values()].map(alone);
}

const alone = ({ first, last, account }: Holding): StripRange => ({ first, last, account, isMixed: false });

function together(group: readonly Holding[]): StripRange {
  const sizes = new Map<StripRange["account"], number>();
  for (const holding of group) sizes.set(holding.account, (sizes.get(holding.account) ?? 0) + sizeOf(holding));
  const [[account] = ["nvi_vault" as const]] = [...sizes].toSorted((a, b) => b[1] - a[1]);
  return { first: group[0]?.first ?? 1, last: group.at(-1)?.last ?? 1, account, isMixed: sizes.size > 1 };
}
