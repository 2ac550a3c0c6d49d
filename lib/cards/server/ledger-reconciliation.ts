import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { OutputOf, ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { tariffOn } from "../ledger-value.ts";
import type { readReconciliation as endpoint, readDestructionRecord as recordEndpoint } from "../stock-contract.ts";
import { replayDifference, seriesEquations } from "./ledger-check.ts";
import { findTariffs, lossesOf } from "./ledger-figures.ts";
import { isBlind } from "./ledger-reads.ts";
import { findAllSeries } from "./ledger-repository.ts";
import { presentMovementAgain } from "./movement-reads.ts";

/** Worked out anew at each look. */
export async function readReconciliation(ctx: Context<Actor>): Promise<OutputOf<typeof endpoint>> {
  const stored = await findAllSeries(ctx.db);
  const tariffs = await findTariffs(ctx.db);
  const losses = await lossesOf(
    ctx.db,
    stored.map(({ code }) => code),
    tariffs,
  );
  const series: OutputOf<typeof endpoint>["series"] = [];
  for (const { code, blockedReason } of stored) {
    const hidden = await isBlind(ctx, code);
    series.push({
      code,
      isBlocked: blockedReason !== null,
      equations: hidden ? null : await seriesEquations(ctx.db, code),
      losses: hidden ? null : (losses.get(code) ?? []),
      replayDifference: hidden ? null : await replayDifference(ctx.db, code),
    });
  }
  return { asOf: ctx.now.toISOString(), price: tariffOn(tariffs, localDateOf(ctx.now)), series };
}

/** L6: list of serials, method, two named people of different roles. */
export async function readDestructionRecord(
  ctx: Context<Actor>,
  { movementId }: ParsedInputOf<typeof recordEndpoint>,
): Promise<OutputOf<typeof recordEndpoint>> {
  const act = await presentMovementAgain(ctx, movementId);
  if (act.kind !== "destroy") throw new AppError("not_found");
  const { series, digits, quantity, value, occurredOn, at, documentId } = act;
  return {
    ...{ series, digits, quantity, value, occurredOn, at, documentId },
    documentNo: act.documentNo ?? "",
    method: act.method ?? "",
    reason: act.reason ?? "",
    ranges: act.lines.map(({ first, last }) => ({ first, last })),
    people: [
      { name: act.actorName, role: act.actorRole },
      { name: act.approvedByName ?? "", role: act.approvedRole ?? "" },
    ],
  };
}
