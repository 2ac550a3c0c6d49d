import { type Actor, can } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { listShipments as listEndpoint, readShipment as readEndpoint } from "../ledger-contract.ts";
import type { ShipmentBox, ShipmentRecord, ShipmentRow } from "../ledger-rows.ts";
import type { Holding } from "../serial-ledger.ts";
import { common, sizeOf } from "../serial-ranges.ts";
import { findTariffs } from "./ledger-figures.ts";
import { findSeries, holdingsOf } from "./ledger-repository.ts";
import { findMovements, presentMovement } from "./movement-repository.ts";
import {
  type Box,
  dispatcherOf,
  findBoxes,
  findShipment,
  findShipments,
  presentShipment,
  type StoredShipment,
} from "./shipment-repository.ts";
import { findCases, presentCase } from "./stock-case-repository.ts";

export async function listShipments(ctx: Context<Actor>, input: ParsedInputOf<typeof listEndpoint>): Promise<{ shipments: ShipmentRow[] }> {
  const tariffs = await findTariffs(ctx.db);
  return { shipments: (await findShipments(ctx.db, input)).map((row) => presentShipment(row, tariffs, ctx.now)) };
}

export const readShipment = (ctx: Context<Actor>, { shipmentId }: ParsedInputOf<typeof readEndpoint>): Promise<ShipmentRecord> =>
  presentShipmentAgain(ctx, shipmentId);

export async function presentShipmentAgain(ctx: Context<Actor>, id: string): Promise<ShipmentRecord> {
  const { db, now } = ctx;
  const row = await findShipment(db, id);
  if (!row) throw new AppError("not_found");
  const tariffs = await findTariffs(db);
  const boxes = await findBoxes(db, id);
  const held = (await holdingsOf(db, row.series, boxes)).filter(({ account }) => account === "transit_mint_nvi");
  const series = await findSeries(db, row.series);
  return {
    ...presentShipment(row, tariffs, now),
    digits: series?.digits ?? 7,
    boxes: boxes.map((box) => presentBox(row, box, held)),
    cases: (await findCases(db, { shipmentId: id })).map((found) => presentCase(found, tariffs, now)),
    movements: (await findMovements(db, { shipment: id }, 50)).map((act) => presentMovement(act, tariffs)),
    allowedActions: actionsOn(ctx.actor, row, await dispatcherOf(ctx.db, row.id)),
  };
}

const isOpen = ({ state }: StoredShipment): boolean => state === "in_transit" || state === "disputed";

function presentBox(shipment: StoredShipment, { number, first, last, state }: Box, held: readonly Holding[]): ShipmentBox {
  return {
    number,
    first,
    last,
    state,
    quantity: sizeOf({ first, last }),
    inTransit: isOpen(shipment) ? common([{ first, last }], held) : [],
  };
}

/** Whoever wrote the dispatch does not receive it. */
function actionsOn(actor: Actor, { state, inTransit }: StoredShipment, dispatcherId: string | null): ShipmentRecord["allowedActions"] {
  if (!can(actor, "ledger:move") || dispatcherId === actor.id) return [];
  if (state === "in_transit") return ["receive"];
  return state === "disputed" && inTransit > 0 ? ["receive_box"] : [];
}
