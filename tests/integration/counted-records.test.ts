// D8: a figure opens its records, and they are as many as it says, whatever the measure, the filter and the scope.
import { beforeAll, describe, expect, test } from "vitest";
import { systemActor } from "../../lib/access/policy.ts";
import { readerOf } from "../../lib/platform/db/reader.ts";
import type { RowScope } from "../../lib/platform/db/transaction.ts";
import type { CutInput } from "../../lib/statistics/contract.ts";
import { basisOf } from "../../lib/statistics/cut.ts";
import { Dimension, MeasureName } from "../../lib/statistics/measures.ts";
import type { CountedRecord } from "../../lib/statistics/records-contract.ts";
import { answered } from "../../lib/statistics/server/answers.ts";
import { keepModel } from "../../lib/statistics/server/current-model.ts";
import { listCountedRecords } from "../../lib/statistics/server/list-counted-records.ts";
import { ReadModel } from "../../lib/statistics/server/read-model.ts";
import { dice } from "../../prisma/permits/dice.ts";
import { ownerSql } from "../support/database.ts";
import { generatedCut } from "../support/statistics-cuts.ts";
import { fillStatistics } from "../support/statistics-rows.ts";

const now = new Date("2026-11-24T09:00:00Z");
const today = "2026-11-24";
const country: RowScope = { kind: "country" };
const asking = (scope: RowScope) => ({ actor: systemActor(null), reader: readerOf(scope), now, requestId: "r" });

beforeAll(async () => {
  keepModel(null);
  await fillStatistics();
});

const allOf = async (input: CutInput, scope: RowScope) => (await everyRecord(input, scope)).map(({ on, id, value }) => [on, id, value]);

const wholeOf = (measure: MeasureName | undefined): CutInput => ({ measure: measure ?? "permits_issued", rows: "province" });

async function everyRecord({ rows: _rows, columns: _columns, ...filter }: CutInput, scope: RowScope): Promise<CountedRecord[]> {
  const found: CountedRecord[] = [];
  let after: string | undefined;
  do {
    const page = await listCountedRecords(asking(scope), { ...filter, after });
    found.push(...page.records);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}

/** How many rows the figure of the whole rests on; a stock of many days has no such total. */
async function counted({ columns: _columns, ...filter }: CutInput, scope: RowScope): Promise<number> {
  const input = { ...filter, rows: "province" as const };
  const { total } = await answered(asking(scope), { measure: input.measure, today }, (rows) => basisOf({ input, today }, rows));
  return total.value ?? 0;
}

describe("the records behind a figure", () => {
  test("are each shown once, and as many as are counted", async () => {
    let shown = 0;
    for (let index = 0; index < 120; index += 1) {
      const scope: RowScope = index % 4 === 0 ? { kind: "province", provinceId: 68 } : country;
      const input = generatedCut(index);
      const records = await everyRecord(input, scope);
      expect(records.length, JSON.stringify(input)).toBe(await counted(input, scope));
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
      shown += records.length;
    }
    expect(shown).toBeGreaterThan(3_000);
  });

  test.each(MeasureName.options)("of %s go from the latest day back, and open a page that there is", async (measure) => {
    const records = await everyRecord({ measure, rows: "province" }, country);
    expect(records.length).toBeGreaterThan(0);
    const days = records.map(({ on }) => on ?? "");
    expect(days).toEqual(days.toSorted().toReversed());
    for (const kind of ["permit", "card", "circular"] as const) {
      const ids = records.flatMap(({ opens }) => (opens?.kind === kind ? [opens.id] : []));
      const there = await ownerSql<{ id: string }>(`SELECT id FROM ${kind} WHERE id = ANY('{${ids.join(",")}}'::uuid[])`);
      expect(new Set(ids)).toEqual(new Set(there.map(({ id }) => id)));
    }
  });

  test("are the same in the same order, page by page, where the read model finds them", async () => {
    const model = await ReadModel.load();
    try {
      for (let index = 0; index < 90; index += 1) {
        const scope: RowScope = index % 4 === 0 ? { kind: "province", provinceId: 68 } : country;
        const input = index < MeasureName.options.length ? wholeOf(MeasureName.options[index]) : generatedCut(400 + index);
        const inDatabase = await allOf(input, scope);
        keepModel(model);
        expect(await allOf(input, scope), JSON.stringify(input)).toEqual(inDatabase);
        const { rows: _rows, columns: _columns, ...asked } = input;
        const { asOf } = await listCountedRecords(asking(scope), asked);
        const isFound = input.measure !== "blanks_spoiled" && inDatabase.length > 0;
        if (isFound) expect(asOf, JSON.stringify(input)).toBe(model.at);
        keepModel(null);
      }
    } finally {
      keepModel(null);
      await model.close();
    }
  });

  test("of a province are its own alone", async () => {
    for (const measure of MeasureName.options) {
      const records = await everyRecord({ measure, rows: "province" }, { kind: "province", provinceId: 68 });
      expect(records.filter(({ provinceId }) => provinceId !== 68)).toEqual([]);
    }
  });

  test("tell the values they are counted under", async () => {
    const roll = dice(3, 3);
    for (const measure of ["refusals", "cards_returned", "expired"] as const) {
      const records = await everyRecord({ measure, rows: "nationality" }, country);
      const one = records[Math.floor(roll() * records.length)];
      const codes = Object.entries(one?.codes ?? {}).filter(([dimension]) => Dimension.safeParse(dimension).success);
      expect(codes.length).toBeGreaterThan(2);
      const filter = Object.fromEntries(codes.map(([dimension, code]) => [dimension, [code]]));
      const same = await everyRecord({ ...filter, measure, rows: "province" } as CutInput, country);
      expect(same.map(({ id }) => id)).toContain(one?.id);
    }
  });
});
