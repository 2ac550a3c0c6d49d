import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { Line } from "../serial-ledger.ts";
import { countOf } from "../serial-ranges.ts";
import { type NewMovement, postMovement } from "./ledger-repository.ts";

type Act = Omit<NewMovement, "actor" | "at" | "occurredOn" | "lines"> & {
  lines: readonly Line[];
  occurredOn?: string | undefined;
  /** The proposer, where the actor is the one who approved. */
  actor?: NewMovement["actor"];
};

/** Posts a movement of the actor and tells the trail; its legal day is today unless told, and never later. */
export async function move(ctx: Context<Actor>, { lines, occurredOn = localDateOf(ctx.now), ...act }: Act): Promise<string> {
  if (occurredOn > localDateOf(ctx.now)) {
    throw new AppError("bad_input", { invalidParams: [{ path: "occurredOn", message: "Hareketin günü bugünden sonra olamaz." }] });
  }
  const { id: actorId, name, role } = ctx.actor;
  const stored = lines.map((line) => ({ ...line, first: BigInt(line.first), last: BigInt(line.last) }));
  const id = await postMovement(ctx.db, { actor: { id: actorId, name, role }, ...act, at: ctx.now, occurredOn, lines: stored });
  const payload = { series: act.series, kind: act.kind, quantity: countOf(lines), reason: act.reason ?? "" };
  await record(ctx, { action: "stock.moved", subjectKind: "movement", subjectId: id, provinceId: null, payload });
  return id;
}
