import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError, type InvalidParam } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { BoxReceipt, receiveBox as boxEndpoint, receiveShipment as endpoint } from "../ledger-contract.ts";
import type { SerialRange, ShipmentRecord } from "../ledger-rows.ts";
import { documents } from "../ledger-words.ts";
import { common, countOf, firstOverlap, merged, rangeText, without } from "../serial-ranges.ts";
import { holdingsOf, lockSeries } from "./ledger-repository.ts";
import { move } from "./movement-command.ts";
import { presentShipmentAgain } from "./shipment-reads.ts";
import {
  type Box,
  dispatcherOf,
  findBoxes,
  findShipment,
  lockShipment,
  type StoredShipment,
  setBoxes,
  updateShipment,
} from "./shipment-repository.ts";
import { openCase } from "./stock-case-repository.ts";

/** Loads and locks; Mint → NVİ needs two people's word, so whoever wrote the dispatch does not receive it (domain.md §2). */
async function openReceipt(ctx: Context<Actor>, input: { shipmentId: string; version: number }, state: StoredShipment["state"]) {
  const found = await findShipment(ctx.db, input.shipmentId);
  if (!found) throw new AppError("not_found");
  await lockSeries(ctx.db, found.series);
  const shipment = await lockShipment(ctx.db, input.shipmentId);
  if (!shipment) throw new AppError("not_found");
  if (shipment.version !== input.version) throw new AppError("stale_version", { currentVersion: shipment.version });
  if (shipment.state !== state) throw new AppError("state_forbids", { currentVersion: shipment.version });
  if ((await dispatcherOf(ctx.db, shipment.id)) === ctx.actor.id) {
    throw new AppError("state_forbids", { message: "Sevkiyatın çıkışını siz yazdınız; teslim alan ikinci bir kişi olmalı." });
  }
  return shipment;
}

type Receipt = ParsedInputOf<typeof endpoint>;

export async function receiveShipment(ctx: Context<Actor>, input: Receipt): Promise<ShipmentRecord> {
  const shipment = await openReceipt(ctx, input, "in_transit");
  const boxes = await findBoxes(ctx.db, shipment.id);
  const outcome = outcomeOf(shipment.series, boxes, input);
  await post(ctx, shipment, outcome.arrived, input.note);
  await setBoxes(ctx.db, shipment.id, outcome.receivedBoxes, "received");
  await setBoxes(ctx.db, shipment.id, outcome.absentBoxes, "absent");
  await openReceiptCases(ctx, shipment, outcome, input.note);
  const state = outcome.short.length + outcome.extra.length > 0 ? "disputed" : "received";
  await updateShipment(ctx.db, shipment, { state, receivedAt: ctx.now, receivedByName: ctx.actor.name });
  await tell(ctx, shipment, countOf(outcome.arrived), countOf(outcome.short));
  return await presentShipmentAgain(ctx, shipment.id);
}

type Outcome = {
  arrived: SerialRange[];
  short: SerialRange[];
  extra: SerialRange[];
  receivedBoxes: number[];
  absentBoxes: number[];
};

/** What the count says against the list; the list itself is never touched (L4). */
function outcomeOf(series: string, boxes: readonly Box[], { boxes: receipts, extra }: Receipt): Outcome {
  const invalidParams = receiptFaults(series, boxes, receipts, extra);
  if (invalidParams.length > 0) throw new AppError("bad_input", { invalidParams });
  const outcomes = new Map(receipts.map((receipt) => [receipt.number, receipt]));
  const short = boxes.flatMap((box) => {
    const receipt = outcomes.get(box.number);
    return receipt?.outcome === "received" ? receipt.missing : [box];
  });
  const numbers = (wanted: BoxReceipt["outcome"]) => receipts.filter(({ outcome }) => outcome === wanted).map(({ number }) => number);
  return {
    arrived: without(boxes, short),
    short: merged(short),
    extra: merged(extra),
    receivedBoxes: numbers("received"),
    absentBoxes: numbers("absent"),
  };
}

function receiptFaults(
  series: string,
  boxes: readonly Box[],
  receipts: readonly BoxReceipt[],
  extra: readonly SerialRange[],
): InvalidParam[] {
  const known = new Map(boxes.map((box) => [box.number, box]));
  const faults = receipts.flatMap(({ number, outcome, missing }, index) => {
    const box = known.get(number);
    if (!box) return [{ path: `boxes.${index}.number`, message: `Sevkiyatta ${number} numaralı koli yok.` }];
    if (outcome === "absent" && missing.length > 0)
      return [{ path: `boxes.${index}.missing`, message: "Gelmeyen kolinin eksik numarası yazılmaz." }];
    const outside = without(missing, [box])[0] ?? firstOverlap(missing);
    return outside
      ? [{ path: `boxes.${index}.missing`, message: `${rangeText(series, outside)} bu kolinin listesinde yok ya da iki kez yazılmış.` }]
      : [];
  });
  const numbers = receipts.map(({ number }) => number);
  const unasked = boxes.find(({ number }) => !numbers.includes(number));
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  const listed = common(extra, boxes)[0] ?? firstOverlap(extra);
  return [
    ...faults,
    ...(unasked ? [{ path: "boxes", message: `${unasked.number} numaralı kolinin geldiği ya da gelmediği yazılmalı.` }] : []),
    ...(twice ? [{ path: "boxes", message: `${twice} numaralı koli iki kez yazılmış.` }] : []),
    ...(listed ? [{ path: "extra", message: `${rangeText(series, listed)} zaten listede ya da iki kez yazılmış.` }] : []),
  ];
}

async function post(
  ctx: Context<Actor>,
  { id: shipmentId, series, waybill }: StoredShipment,
  ranges: SerialRange[],
  note: string,
): Promise<void> {
  if (ranges.length === 0) return;
  const lines = ranges.map((range) => ({ ...range, from: "transit_mint_nvi" as const, to: "nvi_vault" as const }));
  await move(ctx, { series, kind: "receive", shipmentId, documentNo: waybill, ...(note && { reason: note }), lines });
}

async function openReceiptCases(ctx: Context<Actor>, shipment: StoredShipment, outcome: Outcome, note: string): Promise<void> {
  const { series, number, id: shipmentId } = shipment;
  const { short, extra, absentBoxes } = outcome;
  const about = { series, shipmentId };
  const ending = note && ` ${note}`;
  if (short.length > 0) {
    const quantity = countOf(short);
    const boxText = absentBoxes.length > 0 ? ` Gelmeyen koli: ${absentBoxes.join(", ")}.` : "";
    const detail = `${number} sevkiyatında ${documents(quantity)} eksik.${boxText}${ending}`;
    await openCase(ctx, { ...about, kind: "short_delivery", ranges: short, quantity, detail });
  }
  if (extra.length > 0) {
    const quantity = countOf(extra);
    await openCase(ctx, {
      ...about,
      kind: "over_delivery",
      ranges: extra,
      quantity,
      detail: `${number} sevkiyatından listede olmayan ${documents(quantity)} çıktı.${ending}`,
    });
  }
}

/** What of the box is still on the road arrives; the case stays until somebody who does not move stock closes it. */
export async function receiveBox(ctx: Context<Actor>, input: ParsedInputOf<typeof boxEndpoint>): Promise<ShipmentRecord> {
  const shipment = await openReceipt(ctx, input, "disputed");
  const box = (await findBoxes(ctx.db, shipment.id)).find(({ number }) => number === input.boxNumber);
  if (!box) throw new AppError("not_found");
  const onTheRoad = (await holdingsOf(ctx.db, shipment.series, [box])).filter(({ account }) => account === "transit_mint_nvi");
  const arrived = common([box], onTheRoad);
  if (arrived.length === 0) throw new AppError("state_forbids", { message: "Bu kolinin yolda kalan belgesi yok." });
  await post(ctx, shipment, arrived, input.note);
  await setBoxes(ctx.db, shipment.id, [box.number], "received");
  await updateShipment(ctx.db, shipment, {});
  await tell(ctx, shipment, countOf(arrived), 0);
  return await presentShipmentAgain(ctx, shipment.id);
}

async function tell(ctx: Context<Actor>, { id, series, number }: StoredShipment, quantity: number, absent: number): Promise<void> {
  const payload = { series, number, quantity, absent };
  await record(ctx, { action: "shipment.received", subjectKind: "shipment", subjectId: id, provinceId: null, payload });
}
