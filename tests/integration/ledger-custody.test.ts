import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { hashPassword } from "../../lib/access/server/passwords.ts";
import {
  declareSerials,
  dispatchShipment,
  findSerials,
  listMovements,
  listSeries,
  readMovement,
  readSeries,
  receiveBox,
  receiveShipment,
  reverseMovement,
  sampleSerials,
  spoilSerials,
} from "../../lib/cards/ledger-contract.ts";
import type { ShipmentRecord } from "../../lib/cards/ledger-rows.ts";
import {
  decideStockMovement,
  proposeStockMovement,
  readCase,
  readDestructionRecord,
  readReconciliation,
  readStockDocument,
  resolveCase,
  type StockActInput,
  stageStockDocument,
  withdrawStockMovement,
} from "../../lib/cards/stock-contract.ts";
import { type Bff, bffOf } from "../support/bff.ts";
import { ownerSql } from "../support/database.ts";
import { aBatch } from "../support/ledger.ts";
import { samplePdf } from "../support/schema-sample.ts";

const password = "uzun-bir-parola-1";
const stepUp = { password };
const reason = "Tutanağa göre.";
let first: Bff;
let second: Bff;
let officer: Bff;
let signatory: Bff;
let auditor: Bff;
let next = 0;

beforeAll(async () => {
  first = await bffOf("stok1@bakanlik.test");
  second = await bffOf("stok2@bakanlik.test");
  officer = await bffOf("uzman@bakanlik.test");
  signatory = await bffOf("genelmudur@bakanlik.test");
  auditor = await bffOf("denetci@bakanlik.test");
  await ownerSql("UPDATE user_account SET password_hash = $1 WHERE province_id IS NULL", [await hashPassword(password)]);
});

function newSeries(): string {
  next += 1;
  return `C${next}`;
}

const boxesOf = (count: number, size: number) =>
  Array.from({ length: count }, (_, index) => ({ number: index + 1, first: index * size + 1, last: (index + 1) * size }));

const aShipment = (series: string, count = 4, size = 500): Promise<ShipmentRecord> =>
  first.call(dispatchShipment, { series, waybill: `İRS-${series}`, boxes: boxesOf(count, size) });

const all = (shipment: ShipmentRecord, absent: number[] = []) =>
  shipment.boxes.map(({ number }) => ({ number, outcome: absent.includes(number) ? ("absent" as const) : ("received" as const) }));

async function aVault(series: string, count = 4, size = 500): Promise<ShipmentRecord> {
  const { id: shipmentId, version, ...rest } = await aShipment(series, count, size);
  return second.call(receiveShipment, { shipmentId, version, boxes: all({ id: shipmentId, version, ...rest }) });
}

const propose = (movement: StockActInput) => first.call(proposeStockMovement, { movement, reason, stepUp });
const approve = (bff: Bff, { id, version }: { id: string; version: number }, documentId?: string) =>
  bff.call(decideStockMovement, { proposalId: id, version, decision: "approve", stepUp, ...(documentId && { documentId }) });

const balances = async (series: string) => {
  const { figures } = await auditor.call(readSeries, { series });
  return Object.fromEntries(Object.entries(figures?.balances ?? {}).filter(([, count]) => count > 0));
};

describe("a shipment from the Mint", () => {
  test("is declared by its waybill and lies on the road until somebody else receives it", async () => {
    const series = newSeries();
    const sent = await aShipment(series);
    expect(sent).toMatchObject({ state: "in_transit", quantity: 2_000, boxCount: 4, inTransitCount: 2_000, value: 2_000 * 96_400 });
    expect(await balances(series)).toEqual({ transit_mint_nvi: 2_000 });
    const own = first.call(receiveShipment, { shipmentId: sent.id, version: sent.version, boxes: all(sent) });
    await expect(own).rejects.toMatchObject({ code: "state_forbids", message: expect.stringContaining("ikinci bir kişi") });
    const received = await second.call(receiveShipment, { shipmentId: sent.id, version: sent.version, boxes: all(sent) });
    expect(received).toMatchObject({ state: "received", inTransitCount: 0, cases: [], allowedActions: [] });
    expect(await balances(series)).toEqual({ nvi_vault: 2_000 });
  });

  test("with a box short stays half on the road and opens a case with its numbers and its value", async () => {
    const series = newSeries();
    const sent = await aShipment(series);
    const received = await second.call(receiveShipment, { shipmentId: sent.id, version: sent.version, boxes: all(sent, [3]) });
    expect(received.state).toBe("disputed");
    expect(received.cases).toMatchObject([
      { kind: "short_delivery", quantity: 500, value: 48_200_000, ranges: [{ first: 1_001, last: 1_500 }], state: "open" },
    ]);
    expect(await balances(series)).toEqual({ nvi_vault: 1_500, transit_mint_nvi: 500 });
    expect(received.quantity).toBe(2_000);
    const caseId = received.cases[0]?.id ?? "";
    const early = officer.call(resolveCase, { caseId, version: 1, resolution: "Koli bulundu sayılsın." });
    await expect(early).rejects.toMatchObject({ code: "state_forbids", message: expect.stringContaining("500 belge") });
    const later = await second.call(receiveBox, { shipmentId: sent.id, boxNumber: 3, version: received.version });
    expect(later).toMatchObject({ state: "disputed", inTransitCount: 0, allowedActions: [] });
    await officer.call(resolveCase, { caseId, version: 1, resolution: "Koli ertesi gün tam olarak teslim alındı." });
    expect(await balances(series)).toEqual({ nvi_vault: 2_000 });
    expect(await ownerSql("SELECT state FROM shipment WHERE id = $1", [sent.id])).toEqual([{ state: "settled" }]);
  });

  test("with a box opened and three blanks short receives the rest of the box", async () => {
    const series = newSeries();
    const sent = await aShipment(series, 2, 100);
    const boxes = [
      { number: 1, outcome: "received" as const, missing: [{ first: 41, last: 43 }] },
      { number: 2, outcome: "received" as const },
    ];
    const received = await second.call(receiveShipment, { shipmentId: sent.id, version: sent.version, boxes });
    expect(received.boxes[0]).toMatchObject({ state: "received", inTransit: [{ first: 41, last: 43 }] });
    expect(await balances(series)).toEqual({ nvi_vault: 197, transit_mint_nvi: 3 });
  });

  test("that brings what no list names opens a case and moves nothing more", async () => {
    const series = newSeries();
    const sent = await aShipment(series, 1, 100);
    const extra = [{ first: 501, last: 510 }];
    const received = await second.call(receiveShipment, { shipmentId: sent.id, version: sent.version, boxes: all(sent), extra });
    expect(received.cases).toMatchObject([{ kind: "over_delivery", quantity: 10, ranges: extra }]);
    expect(await balances(series)).toEqual({ nvi_vault: 100 });
  });

  test("is received once, however often the button is pressed", async () => {
    const sent = await aShipment(newSeries(), 1, 100);
    const input = { shipmentId: sent.id, version: sent.version, boxes: all(sent) };
    const options = { idempotencyKey: "teslim-alma-1" };
    const answers = await Promise.all([second.call(receiveShipment, input, options), second.call(receiveShipment, input, options)]);
    expect(answers[0]).toEqual(answers[1]);
    await expect(second.call(receiveShipment, input)).rejects.toMatchObject({ code: "stale_version" });
  });

  test.each([
    [{ boxes: [{ number: 1, outcome: "received" as const }] }, "boxes", "2 numaralı kolinin geldiği ya da gelmediği yazılmalı."],
    [
      { boxes: [...Array(2)].map((_, index) => ({ number: index + 8, outcome: "received" as const })) },
      "boxes.0.number",
      "8 numaralı koli yok",
    ],
  ])("is not received by a sheet that does not fit its list", async (given, path, message) => {
    const sent = await aShipment(newSeries(), 2, 100);
    const received = second.call(receiveShipment, { shipmentId: sent.id, version: sent.version, ...given });
    await expect(received).rejects.toMatchObject({
      details: { invalidParams: expect.arrayContaining([{ path, message: expect.stringContaining(message) }]) },
    });
  });
});

async function aScan(name: string): Promise<string> {
  const { documentId } = await officer.call(stageStockDocument, { file: { name, bytes: new TextEncoder().encode(samplePdf) } });
  return documentId;
}

describe("an act of one person", () => {
  test("spoils with reason and witness, and is taken back whole by another movement", async () => {
    const series = newSeries();
    await aVault(series);
    const spoilt = await first.call(spoilSerials, {
      series,
      ranges: [{ first: 5, last: 14 }],
      from: "nvi_vault",
      reason: "Islanmış",
      witnessName: "Tanık Kişi",
      documentId: await aScan("bozuk.pdf"),
    });
    expect(spoilt).toMatchObject({ kind: "spoil", quantity: 10, witnessName: "Tanık Kişi", value: 964_000, allowedActions: ["reverse"] });
    expect((await auditor.call(readStockDocument, { documentId: spoilt.documentId ?? "" })).name).toBe("bozuk.pdf");
    const torn = { series, ranges: [{ first: 1, last: 1 }], from: "nvi_vault" as const, reason: "Yırtık", witnessName: "Tanık Kişi" };
    await expect(first.call(spoilSerials, { ...torn, documentId: randomUUID() })).rejects.toMatchObject({
      details: { invalidParams: [{ path: "documentId", message: "Belge bulunamadı; yeniden yükleyin." }] },
    });
    const back = await first.call(reverseMovement, { movementId: spoilt.id, reason: "Yanlış koli yazılmış." });
    expect(back).toMatchObject({ kind: "reverse", reversesId: spoilt.id, allowedActions: [] });
    expect(await first.call(readMovement, { movementId: spoilt.id })).toMatchObject({ reversedById: back.id, allowedActions: [] });
    expect(await balances(series)).toEqual({ nvi_vault: 2_000 });
    const again = first.call(reverseMovement, { movementId: spoilt.id, reason: "Bir daha." });
    await expect(again).rejects.toMatchObject({ code: "state_forbids", message: "Bu hareket daha önce geri alınmış." });
  });

  test("takes samples that are never issued", async () => {
    const series = newSeries();
    await aVault(series);
    await first.call(sampleSerials, { series, ranges: [{ first: 1, last: 3 }], from: "nvi_vault", reason: "Kalite denemesi" });
    expect(await balances(series)).toEqual({ nvi_vault: 1_997, qa_sample: 3 });
  });

  test("may take back a receipt while nothing is disputed: the shipment is on the road again", async () => {
    const series = newSeries();
    const received = await aVault(series);
    const receipt = received.movements.find(({ kind }) => kind === "receive");
    await first.call(reverseMovement, { movementId: receipt?.id ?? "", reason: "Başka sevkiyat sayılmış." });
    expect(await balances(series)).toEqual({ transit_mint_nvi: 2_000 });
    expect(await ownerSql("SELECT state FROM shipment WHERE id = $1", [received.id])).toEqual([{ state: "in_transit" }]);
  });

  test("cannot have its legal day after today", async () => {
    const declared = first.call(declareSerials, {
      series: newSeries(),
      ranges: [{ first: 1, last: 5 }],
      documentNo: "D-1",
      occurredOn: "2199-01-01",
    });
    await expect(declared).rejects.toMatchObject({ code: "bad_input" });
  });
});

describe("an act of two persons", () => {
  test("allots blanks to a batch and gives the rest back", async () => {
    const series = newSeries();
    await aVault(series);
    const batchId = await aBatch(series);
    const proposal = await propose({ act: "allot", series, ranges: [{ first: 1, last: 10 }], batchId });
    expect(await balances(series)).toEqual({ nvi_vault: 2_000 });
    await expect(approve(first, proposal)).rejects.toMatchObject({ code: "state_forbids" });
    expect(await approve(second, proposal)).toMatchObject({ state: "executed" });
    expect(await balances(series)).toEqual({ nvi_vault: 1_990, nvi_floor: 10 });
    await approve(second, await propose({ act: "give_back", series, ranges: [{ first: 4, last: 10 }], batchId }));
    expect(await balances(series)).toEqual({ nvi_vault: 1_997, nvi_floor: 3 });
  });

  test("destroys only with somebody of another office, and leaves a record of both", async () => {
    const series = newSeries();
    await aVault(series);
    await first.call(spoilSerials, {
      series,
      ranges: [{ first: 5, last: 14 }],
      from: "nvi_vault",
      reason: "Islanmış",
      witnessName: "Tanık Kişi",
    });
    const documentId = await aScan("tutanak.pdf");
    const destroy = {
      act: "destroy" as const,
      series,
      from: "spoiled_held" as const,
      method: "Kırpma makinesi",
      documentNo: "T-2026-1",
    };
    const proposal = await propose({ ...destroy, ranges: [{ first: 5, last: 14 }] });
    await expect(approve(second, proposal)).rejects.toMatchObject({ message: "İmhayı, önerenden farklı görevde ikinci bir kişi onaylar." });
    const signed = { field: "documentId", message: "İmzalanmış imha tutanağının taramasını yükleyin." };
    await expect(approve(officer, proposal)).rejects.toMatchObject({
      details: { invalidParams: [{ path: signed.field, message: signed.message }] },
    });
    const { movementId } = await approve(officer, proposal, documentId);
    const record = await auditor.call(readDestructionRecord, { movementId: movementId ?? "" });
    expect(record).toMatchObject({ method: "Kırpma makinesi", documentNo: "T-2026-1", quantity: 10, ranges: [{ first: 5, last: 14 }] });
    expect(new Set(record.people.map(({ role }) => role)).size).toBe(2);
    expect((await auditor.call(readStockDocument, { documentId })).name).toBe("tutanak.pdf");
    expect(await balances(series)).toEqual({ nvi_vault: 1_990, destroyed: 10 });
  });

  test("loses a box, finds a part of it, writes the rest off; who moves stock does not approve that", async () => {
    const series = newSeries();
    await aVault(series);
    const lost = await propose({ act: "lose", series, ranges: [{ first: 501, last: 1_000 }], from: "nvi_vault" });
    const caseId = lost.case?.id ?? "";
    await approve(second, lost);
    const open = await first.call(readCase, { caseId });
    expect(open).toMatchObject({ kind: "missing", quantity: 500, unsettled: [{ first: 501, last: 1_000, account: "missing" }] });
    expect(open.allowedActions).toEqual(expect.arrayContaining(["find", "write_off"]));
    const report = await aScan("bulundu.pdf");
    const place = { caseId, to: "nvi_vault" as const, documentId: report };
    const { movementId } = await approve(second, await propose({ act: "find", series, ranges: [{ first: 501, last: 510 }], ...place }));
    expect(await auditor.call(readMovement, { movementId: movementId ?? "" })).toMatchObject({ documentId: report });
    const off = await propose({ act: "write_off", series, ranges: [{ first: 511, last: 1_000 }], caseId });
    await expect(approve(second, off)).rejects.toMatchObject({ message: "Stok hareketi yazabilen kişi kayıttan düşmeyi onaylayamaz." });
    await expect(approve(signatory, off)).rejects.toMatchObject({
      details: { invalidParams: [{ path: "documentId", message: "İmzalanmış kayıttan düşme tutanağının taramasını yükleyin." }] },
    });
    await approve(signatory, off, await aScan("dusme.pdf"));
    expect(await balances(series)).toEqual({ nvi_vault: 1_510, written_off: 490 });
    const done = await officer.call(resolveCase, { caseId, version: 1, resolution: "Soruşturma sonucu kayıttan düşüldü." });
    expect(done.state).toBe("resolved");
    const { figures } = await auditor.call(readSeries, { series });
    expect(figures?.losses).toContainEqual({ account: "written_off", count: 490, value: 490 * 96_400 });
  });

  test("is refused when the serials have moved since, and may be taken back by its proposer", async () => {
    const series = newSeries();
    await aVault(series);
    const batchId = await aBatch(series);
    const proposal = await propose({ act: "allot", series, ranges: [{ first: 1, last: 10 }], batchId });
    await first.call(spoilSerials, {
      series,
      ranges: [{ first: 5, last: 5 }],
      from: "nvi_vault",
      reason: "Yırtık",
      witnessName: "Tanık Kişi",
    });
    await expect(approve(second, proposal)).rejects.toMatchObject({
      code: "conflict",
      message: `${series} 0000005 kasada değil: bozuk olarak elde.`,
    });
    const { id: proposalId, version } = proposal;
    expect(await first.call(withdrawStockMovement, { proposalId, version, stepUp })).toMatchObject({ state: "withdrawn" });
  });
});

describe("the book", () => {
  test("says where a number is and everything that ever moved it", async () => {
    const series = newSeries();
    await aVault(series);
    const found = await auditor.call(findSerials, { q: `${series.toLowerCase()} 499-502` });
    expect(found.segments).toMatchObject([
      { first: 499, last: 502, account: "nvi_vault", shipment: { number: expect.stringMatching(/^İ-\d{4}$/) } },
    ]);
    expect(found.movements.map(({ kind }) => kind)).toEqual(["receive", "dispatch", "declare"]);
    const unknown = await auditor.call(findSerials, { q: `${series} 1999-2003` });
    expect(unknown.segments.map(({ account }) => account)).toEqual(["nvi_vault", null]);
  });

  test("holds: three equations without a difference, and the fold of all movements is what is held", async () => {
    const { series } = await auditor.call(readReconciliation, {});
    expect(series.length).toBeGreaterThan(5);
    for (const { equations, replayDifference } of series) {
      expect(equations?.map(({ difference }) => difference)).toEqual([0, 0, 0]);
      expect(replayDifference).toBe(0);
    }
    const listed = await auditor.call(listSeries, {});
    expect(listed.series.length).toBe(series.length);
  });

  test("pages through movements and filters them by the account they touch", async () => {
    const series = newSeries();
    await aVault(series);
    for (let serial = 1; serial <= 60; serial += 1) {
      await first.call(sampleSerials, { series, ranges: [{ first: serial, last: serial }], from: "nvi_vault", reason: "Kalite denemesi" });
    }
    const page = await auditor.call(listMovements, { series });
    expect(page.movements).toHaveLength(50);
    const rest = await auditor.call(listMovements, { series, after: String(page.next) });
    expect(rest).toMatchObject({ next: null });
    expect(rest.movements).toHaveLength(13);
    const road = await auditor.call(listMovements, { series, account: "transit_mint_nvi" });
    expect(road.movements.map(({ kind }) => kind)).toEqual(["receive", "dispatch"]);
  });
});
