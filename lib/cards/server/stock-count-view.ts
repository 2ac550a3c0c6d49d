import type { Account } from "../ledger-rows.ts";
import { storedRanges } from "../serial-ranges.ts";
import type { CountState, StockCountRecord } from "../stock-contract.ts";
import { splitDifference } from "../stock-count.ts";
import type { StoredCase } from "./stock-case-repository.ts";
import type { StoredCount } from "./stock-count-repository.ts";

type Shown = {
  count: StoredCount;
  digits: number;
  batch: { id: string; number: string } | null;
  variance: StoredCase | null;
  readerId: string | null;
  mayCount: boolean;
};

/** Until both sheets are in, a reader sees their own and nothing else (L7). */
export function presentCount({ count, digits, batch, variance, readerId, mayCount }: Shown): StockCountRecord {
  const { id, number, series, startedByName, bookQuantity, version } = count;
  const state = count.state as CountState;
  const isClosed = state === "matched" || state === "variance";
  const sheets = count.sheets.map(({ counterId, counterName, at, quantity, ranges }) => {
    const isOwn = counterId === readerId;
    const isShown = isClosed || isOwn;
    return { counterName, at: at.toISOString(), isOwn, quantity: isShown ? quantity : null, ranges: isShown ? storedRanges(ranges) : null };
  });
  const read = count.sheets.map(({ quantity, ranges }) => ({ quantity, ranges: storedRanges(ranges) }));
  const difference = isClosed ? splitDifference(storedRanges(variance?.ranges ?? ""), read) : { onlyInBook: null, onlyOnSheets: null };
  const hasHandedIn = sheets.some(({ isOwn }) => isOwn);
  return {
    ...{ id, number, series, digits, startedByName, state, sheets, version },
    account: count.account as Account,
    batch: batch && { id: batch.id, number: batch.number },
    startedAt: count.startedAt.toISOString(),
    closedAt: count.closedAt?.toISOString() ?? null,
    bookQuantity: isClosed ? bookQuantity : null,
    ...difference,
    case: variance && { id: variance.id, number: variance.number },
    allowedActions: state === "counting" && mayCount ? [...(hasHandedIn ? [] : (["hand_in"] as const)), "abandon"] : [],
  };
}
