import { beforeAll, describe, expect, test } from "vitest";
import { listSeries, readSeries, spoilSerials } from "../../lib/cards/ledger-contract.ts";
import { sweepLedger } from "../../lib/cards/server/ledger-check.ts";
import {
  abandonCount,
  handInSheet,
  listCases,
  readCount,
  readReconciliation,
  resolveCase,
  startCount,
} from "../../lib/cards/stock-contract.ts";
import { type Bff, bffOf } from "../support/bff.ts";
import { ownerSql } from "../support/database.ts";
import { aBatch, aFullVault, aSeries, move } from "../support/ledger.ts";

let first: Bff;
let second: Bff;
let officer: Bff;
let auditor: Bff;

beforeAll(async () => {
  first = await bffOf("stok1@bakanlik.test");
  second = await bffOf("stok2@bakanlik.test");
  officer = await bffOf("uzman@bakanlik.test");
  auditor = await bffOf("denetci@bakanlik.test");
});

async function aVault(count = 100): Promise<string> {
  const series = await aSeries();
  await aFullVault(series, count);
  return series;
}

describe("a blind count", () => {
  test("shows neither the book nor the other's figure before both sheets are in", async () => {
    const series = await aVault();
    const { id: countId } = await first.call(startCount, { series, account: "nvi_vault" });
    const own = await first.call(handInSheet, { countId, quantity: 100 });
    expect(own).toMatchObject({
      state: "counting",
      bookQuantity: null,
      sheets: [{ isOwn: true, quantity: 100 }],
      allowedActions: ["abandon"],
    });
    const other = await second.call(readCount, { countId });
    expect(other).toMatchObject({ bookQuantity: null, onlyInBook: null, sheets: [{ isOwn: false, quantity: null, ranges: null }] });
    expect(await second.call(readSeries, { series })).toMatchObject({ figures: null, strip: null, marks: null });
    const listed = await officer.call(listSeries, {});
    expect(listed.series.find(({ code }) => code === series)?.figures).toBeNull();
    expect((await auditor.call(readSeries, { series })).figures).not.toBeNull();
    const closed = await second.call(handInSheet, { countId, quantity: 100 });
    expect(closed).toMatchObject({ state: "matched", bookQuantity: 100, case: null });
    expect((await second.call(readSeries, { series })).figures).not.toBeNull();
  });

  test("takes two people, one sheet each; a third and a second of the same are refused", async () => {
    const series = await aVault();
    const { id: countId } = await first.call(startCount, { series, account: "nvi_vault" });
    await first.call(handInSheet, { countId, quantity: 100 });
    await expect(first.call(handInSheet, { countId, quantity: 100 })).rejects.toMatchObject({
      code: "state_forbids",
      message: expect.stringContaining("başka biri"),
    });
    await second.call(handInSheet, { countId, quantity: 100 });
    await expect(officer.call(handInSheet, { countId, quantity: 100 })).rejects.toMatchObject({ code: "state_forbids" });
  });

  test("that differs opens a case with the serials and changes nothing in the book", async () => {
    const series = await aVault();
    const { id: countId } = await first.call(startCount, { series, account: "nvi_vault" });
    await first.call(handInSheet, { countId, quantity: 99, ranges: [{ first: 1, last: 99 }] });
    const closed = await second.call(handInSheet, { countId, quantity: 99, ranges: [{ first: 1, last: 99 }] });
    expect(closed).toMatchObject({ state: "variance", bookQuantity: 100, onlyInBook: [{ first: 100, last: 100 }], onlyOnSheets: [] });
    const { cases } = await officer.call(listCases, { series });
    expect(cases).toMatchObject([{ kind: "count_variance", quantity: 1, value: 96_400, ranges: [{ first: 100, last: 100 }] }]);
    const { figures } = await auditor.call(readSeries, { series });
    expect(figures?.balances.nvi_vault).toBe(100);
  });

  test("holds its account still and lets it go when it is abandoned", async () => {
    const series = await aVault();
    const count = await first.call(startCount, { series, account: "nvi_vault" });
    const spoil = () =>
      first.call(spoilSerials, { series, ranges: [{ first: 1, last: 1 }], from: "nvi_vault", reason: "Yırtık", witnessName: "Tanık Kişi" });
    await expect(spoil()).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("sayım sürüyor") });
    await expect(second.call(startCount, { series, account: "nvi_vault" })).rejects.toMatchObject({ code: "conflict" });
    await second.call(abandonCount, { countId: count.id, version: count.version });
    expect(await spoil()).toMatchObject({ kind: "spoil" });
  });

  test("of serials must add up to its own figure", async () => {
    const series = await aVault();
    const { id: countId } = await first.call(startCount, { series, account: "nvi_vault" });
    const sloppy = first.call(handInSheet, { countId, quantity: 100, ranges: [{ first: 1, last: 99 }] });
    await expect(sloppy).rejects.toMatchObject({ code: "bad_input" });
  });
});

describe("the full check", () => {
  test("finds a difference, opens one case, blocks new allotments, and the series opens again when it holds", async () => {
    const series = await aVault();
    const batchId = await aBatch(series);
    expect(await sweepLedger(new Date())).toEqual([]);
    await ownerSql("UPDATE holding SET serials = '[1,98]' WHERE series = $1", [series]);
    expect(await sweepLedger(new Date())).toEqual([series]);
    expect(await sweepLedger(new Date())).toEqual([series]);
    const { cases } = await officer.call(listCases, { series });
    expect(cases).toMatchObject([{ kind: "difference", quantity: 2, detail: expect.stringContaining("2 belge") }]);
    const allot = move({ series, kind: "allot", lines: [{ first: 1, last: 5, from: "nvi_vault", to: "nvi_floor", batchId }] });
    await expect(allot).rejects.toThrow(`${series} serisinden parti ayrılamaz`);
    const { series: reconciled } = await auditor.call(readReconciliation, {});
    const own = reconciled.find(({ code }) => code === series);
    expect(own).toMatchObject({ isBlocked: true, replayDifference: 2 });
    expect(own?.equations?.[0]).toMatchObject({ name: "declared", total: 100, difference: 2 });
    const caseId = cases[0]?.id ?? "";
    const resolution = "Kayıt yedekten düzeltildi, hareketlerle karşılaştırıldı.";
    await expect(officer.call(resolveCase, { caseId, version: 1, resolution })).rejects.toMatchObject({ code: "state_forbids" });
    await ownerSql("UPDATE holding SET serials = '[1,100]' WHERE series = $1", [series]);
    await officer.call(resolveCase, { caseId, version: 1, resolution });
    expect((await auditor.call(readSeries, { series })).blocked).toBeNull();
    await move({ series, kind: "allot", lines: [{ first: 1, last: 5, from: "nvi_vault", to: "nvi_floor", batchId }] });
  });

  test("finds serials that lie in another account than their movements say, though every sum agrees", async () => {
    const series = await aVault();
    await ownerSql("UPDATE holding SET account = 'spoiled_held' WHERE series = $1", [series]);
    expect(await sweepLedger(new Date())).toEqual([series]);
    await ownerSql("UPDATE holding SET account = 'nvi_vault' WHERE series = $1", [series]);
    expect(await sweepLedger(new Date())).toEqual([]);
  });

  test("finds totals that are not what the lines and the holdings add up to", async () => {
    const series = await aVault();
    await ownerSql("UPDATE account_total SET held = held - 3, moved = moved - 3 WHERE series = $1 AND account = 'nvi_vault'", [series]);
    expect(await sweepLedger(new Date())).toEqual([series]);
    const { cases } = await officer.call(listCases, { series });
    expect(cases).toMatchObject([{ kind: "difference", quantity: 3, detail: "Hesap toplamları 3 belge farklı." }]);
    await ownerSql("UPDATE account_total SET held = held + 3, moved = moved + 3 WHERE series = $1 AND account = 'nvi_vault'", [series]);
    expect(await sweepLedger(new Date())).toEqual([]);
  });
});
