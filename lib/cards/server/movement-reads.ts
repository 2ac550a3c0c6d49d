import { type Actor, can } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { listMovements as listEndpoint, readMovement as readEndpoint } from "../ledger-contract.ts";
import type { MovementRecord, MovementRow } from "../ledger-rows.ts";
import { reversibleKinds } from "../serial-ledger.ts";
import { findTariffs } from "./ledger-figures.ts";
import { findSeries } from "./ledger-repository.ts";
import { findLines, findMovement, findMovements, presentMovement } from "./movement-repository.ts";

const page = 50;

export async function listMovements(
  ctx: Context<Actor>,
  input: ParsedInputOf<typeof listEndpoint>,
): Promise<{ movements: MovementRow[]; next: number | null }> {
  const tariffs = await findTariffs(ctx.db);
  const rows = await findMovements(ctx.db, input, page + 1);
  const last = rows.length > page ? rows[page - 1] : undefined;
  return { movements: rows.slice(0, page).map((row) => presentMovement(row, tariffs)), next: last ? Number(last.position) : null };
}

export const readMovement = (ctx: Context<Actor>, { movementId }: ParsedInputOf<typeof readEndpoint>): Promise<MovementRecord> =>
  presentMovementAgain(ctx, movementId);

export async function presentMovementAgain(ctx: Context<Actor>, id: string): Promise<MovementRecord> {
  const row = await findMovement(ctx.db, id);
  if (!row) throw new AppError("not_found");
  const lines = await findLines(ctx.db, id);
  const { actorRole, approvedRole, witnessName, method, documentId, kind, reversedById } = row;
  const isReversible = reversibleKinds.includes(kind) && reversedById === null && can(ctx.actor, "ledger:move");
  return {
    ...presentMovement(row, await findTariffs(ctx.db)),
    digits: (await findSeries(ctx.db, row.series))?.digits ?? 7,
    ...{ actorRole, approvedRole, witnessName, method, documentId },
    lines: lines.map(({ first, last, from, to, batch }) => ({ first, last, from, to, batch })),
    allowedActions: isReversible ? ["reverse"] : [],
  };
}
