import { describe, expect, test } from "vitest";
import { aBatch, aFullVault, aSeries, holdingsIn, move } from "../support/ledger.ts";

describe("a movement", () => {
  test("takes serials from one account to another and leaves the rest where it lay", async () => {
    const series = await aSeries();
    await aFullVault(series, 1_000);
    const batchId = await aBatch(series);
    await move({ series, kind: "allot", lines: [{ first: 101, last: 110, from: "nvi_vault", to: "nvi_floor", batchId }] });
    expect(await holdingsIn(series)).toEqual([
      { first: 1, last: 100, account: "nvi_vault", batchId: null },
      { first: 101, last: 110, account: "nvi_floor", batchId },
      { first: 111, last: 1_000, account: "nvi_vault", batchId: null },
    ]);
  });

  test("of serials that lie elsewhere is refused with their numbers and their place", async () => {
    const series = await aSeries();
    await aFullVault(series, 1_000);
    const spoiled = move({ series, kind: "destroy", lines: [{ first: 7, last: 9, from: "spoiled_held", to: "destroyed" }] });
    await expect(spoiled).rejects.toThrow(`${series} 0000007–0000009 bozuk olarak elde değil: kasada.`);
  });
});
