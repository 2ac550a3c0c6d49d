import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { reverseMovement as endpoint } from "../ledger-contract.ts";
import type { MovementKind, MovementRecord } from "../ledger-rows.ts";
import { movementWords } from "../ledger-words.ts";
import { type Line, reversed, reversibleKinds } from "../serial-ledger.ts";
import { common, countOf, merged } from "../serial-ranges.ts";
import { holdingsOf, lockSeries } from "./ledger-repository.ts";
import { move } from "./movement-command.ts";
import { presentMovementAgain } from "./movement-reads.ts";
import { findLines, findMovement } from "./movement-repository.ts";
import { findBoxes, lockShipment, setBoxes, updateShipment } from "./shipment-repository.ts";
import { findCases } from "./stock-case-repository.ts";

/** L8: a wrong movement stays on record; another one cites it and takes all of it back. */
export async function reverseMovement(
  ctx: Context<Actor>,
  { movementId, reason }: ParsedInputOf<typeof endpoint>,
): Promise<MovementRecord> {
  const found = await findMovement(ctx.db, movementId);
  if (!found) throw new AppError("not_found");
  await lockSeries(ctx.db, found.series);
  const wrong = (await findMovement(ctx.db, movementId)) ?? found;
  refuseFinal(wrong.kind, wrong.reversedById);
  const { series, batchId, shipmentId } = wrong;
  const lines = reversed(await findLines(ctx.db, movementId)).map(({ first, last, from, to, batchId: batch }) => ({
    first,
    last,
    from,
    to,
    ...(batch && { batchId: batch }),
  }));
  if (shipmentId) await refuseDisputed(ctx, shipmentId);
  const about = { ...(batchId && { batchId }), ...(shipmentId && { shipmentId }) };
  const id = await move(ctx, { series, kind: "reverse", reversesId: movementId, reason, ...about, lines });
  if (shipmentId && wrong.kind !== "declare") await followShipment(ctx, shipmentId, lines);
  return await presentMovementAgain(ctx, id);
}

function refuseFinal(kind: MovementKind, reversedById: string | null): void {
  if (reversedById) throw new AppError("state_forbids", { message: "Bu hareket daha önce geri alınmış." });
  if (reversibleKinds.includes(kind)) return;
  const message = `“${movementWords[kind]}” tek kişiyle geri alınmaz; iki kişilik karşı hareketi önerin.`;
  throw new AppError("state_forbids", {
    message: kind === "reverse" || kind === "consume" ? `“${movementWords[kind]}” geri alınamaz.` : message,
  });
}

/** What a receipt found missing must be explained before the receipt itself can be taken back. */
async function refuseDisputed(ctx: Context<Actor>, shipmentId: string): Promise<void> {
  const open = (await findCases(ctx.db, { shipmentId, state: "open" }))[0];
  if (open) throw new AppError("state_forbids", { message: `Sevkiyatın ${open.number} sayılı dosyası açık; önce dosya kapanmalı.` });
}

/** The shipment is again where its serials are. */
async function followShipment(ctx: Context<Actor>, shipmentId: string, lines: readonly Line[]): Promise<void> {
  const shipment = await lockShipment(ctx.db, shipmentId);
  if (!shipment) throw new AppError("not_found");
  const boxes = await findBoxes(ctx.db, shipmentId);
  const touched = boxes.filter((box) => common([box], lines).length > 0).map(({ number }) => number);
  const held = (await holdingsOf(ctx.db, shipment.series, boxes)).filter(({ account }) => account === "transit_mint_nvi");
  const onTheRoad = countOf(common(merged(boxes), held));
  if (onTheRoad === 0) {
    await setBoxes(ctx.db, shipmentId, touched, "absent");
    return await updateShipment(ctx.db, shipment, { state: "settled" });
  }
  await setBoxes(ctx.db, shipmentId, touched, "sent");
  if (onTheRoad < shipment.quantity) return await updateShipment(ctx.db, shipment, { state: "disputed" });
  await updateShipment(ctx.db, shipment, { state: "in_transit", receivedAt: null, receivedByName: null });
}
