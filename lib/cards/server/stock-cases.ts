import { type Actor, can } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import type { Db } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { CaseRow } from "../ledger-rows.ts";
import { documents } from "../ledger-words.ts";
import type { Holding } from "../serial-ledger.ts";
import { countOf, intersection, storedRanges } from "../serial-ranges.ts";
import type { CaseRecord, listCases as listEndpoint, readCase as readEndpoint, resolveCase as resolveEndpoint } from "../stock-contract.ts";
import { differenceIn } from "./ledger-check.ts";
import { findTariffs } from "./ledger-figures.ts";
import { findSeries, holdingsOf, lockSeries, setBlocked } from "./ledger-repository.ts";
import { findMovements, presentMovement } from "./movement-repository.ts";
import { lockShipment, updateShipment } from "./shipment-repository.ts";
import { closeCase, findCase, findCases, lockCase, presentCase, type StoredCase } from "./stock-case-repository.ts";
import { waitingProposals } from "./stock-proposal-reads.ts";

export async function listCases(ctx: Context<Actor>, input: ParsedInputOf<typeof listEndpoint>): Promise<{ cases: CaseRow[] }> {
  const tariffs = await findTariffs(ctx.db);
  return { cases: (await findCases(ctx.db, input)).map((row) => presentCase(row, tariffs, ctx.now)) };
}

export const readCase = (ctx: Context<Actor>, { caseId }: ParsedInputOf<typeof readEndpoint>): Promise<CaseRecord> =>
  presentAgain(ctx, caseId);

/** Serials of the case that nobody holds: on the road or missing. */
async function unsettledOf(db: Db, row: StoredCase): Promise<Holding[]> {
  const ranges = storedRanges(row.ranges);
  // What came unlisted was never ours to look for.
  if (ranges.length === 0 || row.kind === "over_delivery") return [];
  const held = (await holdingsOf(db, row.series, ranges)).filter(({ account }) => account === "transit_mint_nvi" || account === "missing");
  return held.flatMap((holding) =>
    ranges.flatMap((range) => {
      const piece = intersection(holding, range);
      return piece ? [{ ...holding, ...piece }] : [];
    }),
  );
}

async function presentAgain(ctx: Context<Actor>, id: string): Promise<CaseRecord> {
  const row = await findCase(ctx.db, id);
  if (!row) throw new AppError("not_found");
  const tariffs = await findTariffs(ctx.db);
  const unsettled = await unsettledOf(ctx.db, row);
  return {
    ...presentCase(row, tariffs, ctx.now),
    digits: (await findSeries(ctx.db, row.series))?.digits ?? 7,
    unsettled: unsettled.map(({ first, last, account }) => ({ first, last, account })),
    movements: (await findMovements(ctx.db, { case: id }, 100)).map((act) => presentMovement(act, tariffs)),
    proposals: await waitingProposals(ctx, { caseId: id }),
    allowedActions: actionsOn(ctx.actor, row, unsettled),
  };
}

function actionsOn(actor: Actor, { state, kind }: StoredCase, unsettled: readonly Holding[]): CaseRecord["allowedActions"] {
  if (state !== "open") return [];
  const isMissing = unsettled.some(({ account }) => account === "missing");
  const mayLose = unsettled.some(({ account }) => account !== "missing") || kind === "missing" || kind === "count_variance";
  return [
    ...(can(actor, "ledger:move") && mayLose ? (["lose"] as const) : []),
    ...(can(actor, "ledger:move") && isMissing ? (["find", "write_off"] as const) : []),
    ...(can(actor, "stock_case:resolve") && unsettled.length === 0 ? (["resolve"] as const) : []),
  ];
}

/** Closed by somebody who does not move stock, once nothing of it is open. */
export async function resolveCase(ctx: Context<Actor>, input: ParsedInputOf<typeof resolveEndpoint>): Promise<CaseRecord> {
  const found = await findCase(ctx.db, input.caseId);
  if (!found) throw new AppError("not_found");
  await lockSeries(ctx.db, found.series);
  const row = await lockCase(ctx.db, input.caseId);
  if (!row) throw new AppError("not_found");
  if (row.version !== input.version) throw new AppError("stale_version", { currentVersion: row.version });
  if (row.state !== "open") throw new AppError("state_forbids", { message: "Dosya kapanmış.", currentVersion: row.version });
  await refuseUnsettled(ctx, row);
  await closeCase(ctx.db, row, { resolution: input.resolution, at: ctx.now, byName: ctx.actor.name });
  const payload = { series: row.series, number: row.number, resolution: input.resolution };
  await record(ctx, { action: "stock_case.resolved", subjectKind: "stock_case", subjectId: row.id, provinceId: null, payload });
  if (row.kind === "difference") await unblock(ctx, row);
  if (row.shipmentId) await settleShipment(ctx, row.shipmentId);
  return await presentAgain(ctx, row.id);
}

async function refuseUnsettled(ctx: Context<Actor>, row: StoredCase): Promise<void> {
  const unsettled = await unsettledOf(ctx.db, row);
  if (unsettled.length > 0) {
    const message = `Dosyanın ${documents(countOf(unsettled))} kadarı hâlâ yolda ya da kayıp; bulunmadan ya da kayıttan düşülmeden dosya kapanmaz.`;
    throw new AppError("state_forbids", { message, currentVersion: row.version });
  }
  if (row.kind !== "difference" || !(await differenceIn(ctx.db, row.series))) return;
  throw new AppError("state_forbids", {
    message: "Serinin hesabı hâlâ tutmuyor; fark giderilmeden dosya kapanmaz.",
    currentVersion: row.version,
  });
}

async function unblock(ctx: Context<Actor>, { series: code, number }: StoredCase): Promise<void> {
  const [other] = await findCases(ctx.db, { series: code, kind: "difference", state: "open" });
  const series = await findSeries(ctx.db, code);
  if (other || series?.blockedReason == null) return;
  await setBlocked(ctx.db, series, null);
  const payload = { reason: `${number} sayılı dosya kapandı.` };
  await record(ctx, { action: "series.unblocked", subjectKind: "series", subjectId: code, provinceId: null, payload });
}

/** A disputed shipment ends with its last case. */
async function settleShipment(ctx: Context<Actor>, shipmentId: string): Promise<void> {
  const shipment = await lockShipment(ctx.db, shipmentId);
  const open = await findCases(ctx.db, { shipmentId, state: "open" });
  if (shipment?.state !== "disputed" || open.length > 0 || shipment.inTransit > 0) return;
  await updateShipment(ctx.db, shipment, { state: "settled" });
}
