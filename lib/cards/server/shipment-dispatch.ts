import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import { addWorkingDays, isWithinCalendar } from "../../platform/calendar/working-days.ts";
import type { Context } from "../../platform/context.ts";
import { AppError, type InvalidParam } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { declareSerials as declareEndpoint, dispatchShipment as dispatchEndpoint } from "../ledger-contract.ts";
import type { MovementRecord, SerialRange, ShipmentRecord } from "../ledger-rows.ts";
import { countOf, firstOverlap, merged, rangeText, without } from "../serial-ranges.ts";
import { ensureSeries, holdingsOf, lockSeries } from "./ledger-repository.ts";
import { move } from "./movement-command.ts";
import { presentMovementAgain } from "./movement-reads.ts";
import { presentShipmentAgain } from "./shipment-reads.ts";
import { hasWaybill, insertShipment } from "./shipment-repository.ts";

/** The Mint's word about what it has printed; the series begins with its first one. */
export async function declareSerials(ctx: Context<Actor>, input: ParsedInputOf<typeof declareEndpoint>): Promise<MovementRecord> {
  const { series, ranges, documentNo, occurredOn, reason } = input;
  await ensureSeries(ctx.db, series, ctx.now);
  const lines = ranges.map(({ first, last }) => ({ first, last, from: "outside" as const, to: "mint_declared" as const }));
  const id = await move(ctx, { series, kind: "declare", documentNo, occurredOn, ...(reason && { reason }), lines });
  return await presentMovementAgain(ctx, id);
}

type Sent = ParsedInputOf<typeof dispatchEndpoint>;

/** The Mint's waybill: what it sends and has not declared yet counts as declared by it. */
export async function dispatchShipment(ctx: Context<Actor>, input: Sent): Promise<ShipmentRecord> {
  const { series, waybill, boxes, dueInDays } = input;
  const sentOn = input.sentOn ?? localDateOf(ctx.now);
  await ensureSeries(ctx.db, series, ctx.now);
  await lockSeries(ctx.db, series);
  refuse(faultsOf(input, sentOn, localDateOf(ctx.now)));
  if (await hasWaybill(ctx.db, series, waybill)) {
    throw new AppError("duplicate", { message: `${waybill} numaralı irsaliyenin sevkiyatı zaten yazılmış.` });
  }
  const quantity = countOf(boxes);
  const dueAt = new Date(`${addWorkingDays(sentOn, dueInDays)}T23:59:59+03:00`);
  const id = await insertShipment(ctx.db, { series, waybill, quantity, sentOn, dueAt }, boxes);
  await postDispatch(ctx, { id, series, waybill, sentOn, boxes });
  const sent = await presentShipmentAgain(ctx, id);
  const payload = { series, number: sent.number, quantity };
  await record(ctx, { action: "shipment.dispatched", subjectKind: "shipment", subjectId: id, provinceId: null, payload });
  return sent;
}

function faultsOf({ boxes, series }: Sent, sentOn: string, today: string): InvalidParam[] {
  const numbers = boxes.map(({ number }) => number);
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  const overlap = firstOverlap(boxes);
  const backwards = boxes.findIndex(({ first, last }) => last < first);
  return [
    ...(twice ? [{ path: "boxes", message: `${twice} numaralı koli iki kez yazılmış.` }] : []),
    ...(backwards >= 0 ? [{ path: `boxes.${backwards}.last`, message: "Son numara ilkinden küçük olamaz." }] : []),
    ...(overlap ? [{ path: "boxes", message: `${rangeText(series, overlap)} birden çok kolide.` }] : []),
    ...(sentOn > today || !isWithinCalendar(sentOn) ? [{ path: "sentOn", message: "Çıkış günü bugün ya da daha önce olmalı." }] : []),
  ];
}

function refuse(invalidParams: InvalidParam[]): void {
  if (invalidParams.length > 0) throw new AppError("bad_input", { invalidParams });
}

type Dispatched = { id: string; series: string; waybill: string; sentOn: string; boxes: readonly SerialRange[] };

async function postDispatch(ctx: Context<Actor>, { id: shipmentId, series, waybill, sentOn, boxes }: Dispatched): Promise<void> {
  const ranges = merged(boxes);
  const known = await holdingsOf(ctx.db, series, ranges);
  const undeclared = without(ranges, known);
  const about = { series, documentNo: waybill, occurredOn: sentOn, shipmentId };
  if (undeclared.length > 0) {
    await move(ctx, { ...about, kind: "declare", lines: undeclared.map((range) => ({ ...range, from: "outside", to: "mint_declared" })) });
  }
  await move(ctx, {
    ...about,
    kind: "dispatch",
    lines: ranges.map((range) => ({ ...range, from: "mint_declared", to: "transit_mint_nvi" })),
  });
}
