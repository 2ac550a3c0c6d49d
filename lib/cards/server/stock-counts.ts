import { type Actor, can } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { formatNumber } from "../../platform/locale/tr.ts";
import type { Account } from "../ledger-rows.ts";
import { countOf, firstOverlap, rangeText, storedRanges, storedText } from "../serial-ranges.ts";
import type {
  abandonCount as abandonEndpoint,
  handInSheet as handInEndpoint,
  listCounts as listEndpoint,
  readCount as readEndpoint,
  StockCountRecord,
  startCount as startEndpoint,
} from "../stock-contract.ts";
import { type CountVerdict, verdictOf } from "../stock-count.ts";
import { allHoldings, findSeries, lockSeries } from "./ledger-repository.ts";
import { findCases, openCase } from "./stock-case-repository.ts";
import {
  batchRef,
  closeCount,
  findCount,
  findCounts,
  insertCount,
  insertSheet,
  lockCount,
  openCountsOf,
  type StoredCount,
} from "./stock-count-repository.ts";
import { presentCount } from "./stock-count-view.ts";

export async function startCount(ctx: Context<Actor>, input: ParsedInputOf<typeof startEndpoint>): Promise<StockCountRecord> {
  const { series, account, batchId = null } = input;
  if (!(await lockSeries(ctx.db, series))) throw new AppError("not_found");
  if ((account === "nvi_floor") !== (batchId !== null))
    throw wrong("batchId", "Ayrılan belge partisiyle sayılır; başka yerdekinin partisi olmaz.");
  if (batchId !== null && (await batchRef(ctx.db, batchId))?.series !== series)
    throw wrong("batchId", `${series} serisinde böyle bir parti yok.`);
  const started = { series, account, batchId, startedAt: ctx.now, startedByName: ctx.actor.name };
  if (await isCounted(ctx, started)) throw new AppError("conflict", { message: "Bu hesapta açık bir sayım var." });
  const count = await insertCount(ctx.db, started);
  await tell(ctx, "stock_count.started", count);
  return await presentAgain(ctx, count.id);
}

async function isCounted(
  ctx: Context<Actor>,
  { series, account, batchId }: { series: string; account: Account; batchId: string | null },
): Promise<boolean> {
  const open = await openCountsOf(ctx.db, series);
  for (const { id } of open.filter((one) => one.account === account)) {
    if ((await findCount(ctx.db, id))?.batchId === batchId) return true;
  }
  return false;
}

const wrong = (path: string, message: string) => new AppError("bad_input", { invalidParams: [{ path, message }] });

type Sheet = ParsedInputOf<typeof handInEndpoint>;

/** L7: two people, each blind to the other and to the book; the second sheet opens the book. */
export async function handInSheet(ctx: Context<Actor>, input: Sheet): Promise<StockCountRecord> {
  const count = await openForCounting(ctx, input.countId);
  const counterId = ctx.actor.id;
  if (!counterId) throw new AppError("forbidden");
  if (count.sheets.some((sheet) => sheet.counterId === counterId)) {
    throw new AppError("state_forbids", { message: "Sayımınızı verdiniz; ikinci sayımı başka biri yapar." });
  }
  refuseSloppy(count.series, input);
  const { quantity } = input;
  await insertSheet(ctx.db, {
    countId: count.id,
    counterId,
    counterName: ctx.actor.name,
    quantity,
    ranges: storedText(input.ranges),
    at: ctx.now,
  });
  const payload = { series: count.series, number: count.number, quantity };
  await record(ctx, { action: "stock_count.sheet_handed_in", subjectKind: "stock_count", subjectId: count.id, provinceId: null, payload });
  if (count.sheets.length > 0) await close(ctx, count.id);
  return await presentAgain(ctx, count.id);
}

function refuseSloppy(series: string, { quantity, ranges }: Sheet): void {
  const twice = firstOverlap(ranges);
  if (twice) throw wrong("ranges", `${rangeText(series, twice)} iki kez yazılmış.`);
  if (ranges.length > 0 && countOf(ranges) !== quantity) {
    throw wrong("quantity", `Yazılan numaralar ${formatNumber(countOf(ranges))} belge eder; sayılan adet bununla aynı olmalı.`);
  }
}

/** Series before count, as every mover does. A third sheet finds the count closed. */
async function openForCounting(ctx: Context<Actor>, countId: string): Promise<StoredCount> {
  const found = await findCount(ctx.db, countId);
  if (!found) throw new AppError("not_found");
  await lockSeries(ctx.db, found.series);
  const count = await lockCount(ctx.db, countId);
  if (!count) throw new AppError("not_found");
  if (count.state === "counting") return count;
  const message = count.state === "abandoned" ? "Bu sayımdan vazgeçilmiş." : "İki sayım da verildi; bu sayım kapandı.";
  throw new AppError("state_forbids", { message, currentVersion: count.version });
}

async function close(ctx: Context<Actor>, countId: string): Promise<void> {
  const count = await findCount(ctx.db, countId);
  if (!count) throw new AppError("not_found");
  const account = count.account as Account;
  const book = (await allHoldings(ctx.db, count.series, account)).filter(({ batchId }) => batchId === count.batchId);
  const sheets = count.sheets.map(({ quantity, ranges }) => ({ quantity, ranges: storedRanges(ranges) }));
  const verdict = verdictOf(book, sheets);
  const bookQuantity = countOf(book);
  await closeCount(ctx.db, count, { state: verdict.state, bookQuantity, closedAt: ctx.now });
  if (verdict.state === "variance") await openVariance(ctx, count, verdict, bookQuantity);
  const payload = { series: count.series, number: count.number, state: verdict.state, book: bookQuantity };
  await record(ctx, { action: "stock_count.closed", subjectKind: "stock_count", subjectId: count.id, provinceId: null, payload });
}

/** A variance is a case, never an edit of the book. */
async function openVariance(
  ctx: Context<Actor>,
  { id, series, number, sheets }: StoredCount,
  verdict: CountVerdict,
  book: number,
): Promise<void> {
  const counted = sheets.map(({ counterName, quantity }) => `${counterName} ${formatNumber(quantity)}`).join(", ");
  const detail = `${number} sayımı: defterde ${formatNumber(book)}; sayılan: ${counted}.`;
  await openCase(ctx, { kind: "count_variance", series, countId: id, ranges: verdict.differing, quantity: verdict.quantity, detail });
}

export async function abandonCount(
  ctx: Context<Actor>,
  { countId, version }: ParsedInputOf<typeof abandonEndpoint>,
): Promise<StockCountRecord> {
  const count = await openForCounting(ctx, countId);
  if (count.version !== version) throw new AppError("stale_version", { currentVersion: count.version });
  await closeCount(ctx.db, count, { state: "abandoned", bookQuantity: null, closedAt: ctx.now });
  await tell(ctx, "stock_count.abandoned", count);
  return await presentAgain(ctx, countId);
}

async function tell(
  ctx: Context<Actor>,
  action: "stock_count.started" | "stock_count.abandoned",
  { id, series, number, account }: StoredCount,
): Promise<void> {
  await record(ctx, { action, subjectKind: "stock_count", subjectId: id, provinceId: null, payload: { series, number, account } });
}

export async function listCounts(
  ctx: Context<Actor>,
  { series }: ParsedInputOf<typeof listEndpoint>,
): Promise<{ counts: StockCountRecord[] }> {
  const counts: StockCountRecord[] = [];
  for (const { id } of await findCounts(ctx.db, series)) counts.push(await presentAgain(ctx, id));
  return { counts };
}

export const readCount = (ctx: Context<Actor>, { countId }: ParsedInputOf<typeof readEndpoint>): Promise<StockCountRecord> =>
  presentAgain(ctx, countId);

async function presentAgain(ctx: Context<Actor>, id: string): Promise<StockCountRecord> {
  const count = await findCount(ctx.db, id);
  if (!count) throw new AppError("not_found");
  return presentCount({
    count,
    digits: (await findSeries(ctx.db, count.series))?.digits ?? 7,
    batch: await batchRef(ctx.db, count.batchId),
    variance: (await findCases(ctx.db, { countId: id }))[0] ?? null,
    readerId: ctx.actor.id,
    mayCount: can(ctx.actor, "ledger:count"),
  });
}
