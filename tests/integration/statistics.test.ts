// One definition, counted in different ways: whatever is asked, the answers are the same.
import { beforeAll, describe, expect, test } from "vitest";
import { readerOf } from "../../lib/platform/db/reader.ts";
import type { RowScope } from "../../lib/platform/db/transaction.ts";
import { localDateOf } from "../../lib/platform/locale/tr.ts";
import type { Cut, CutInput } from "../../lib/statistics/contract.ts";
import { measureOf } from "../../lib/statistics/measures.ts";
import { addMonths, lastDayOf, periodOf } from "../../lib/statistics/period.ts";
import { keepModel } from "../../lib/statistics/server/current-model.ts";
import { readCut } from "../../lib/statistics/server/read-cut.ts";
import { ReadModel } from "../../lib/statistics/server/read-model.ts";
import { figureOf } from "../../lib/statistics/spread.ts";
import { type NaiveAsked, naiveCount, type Records, readRecords } from "../support/naive-statistics.ts";
import { generatedCut } from "../support/statistics-cuts.ts";
import { fillStatistics } from "../support/statistics-rows.ts";

const now = new Date("2026-11-24T09:00:00Z");
const today = localDateOf(now);
const scopes: RowScope[] = [
  { kind: "country" },
  { kind: "province", provinceId: 68 },
  { kind: "province", provinceId: 42 },
  { kind: "none" },
];
let records: Records;

beforeAll(async () => {
  await fillStatistics();
  records = await readRecords();
});

function spreadOf(values: readonly number[] | undefined): Map<number, number> {
  const spread = new Map<number, number>();
  for (const value of values ?? []) spread.set(value, (spread.get(value) ?? 0) + 1);
  return spread;
}

const isTime = (axis: string | null) => axis === "month" || axis === "year";

/** A table as text: every code pair that is not empty with its figure, and the total. */
function told(cut: Cut): Record<string, unknown> {
  const lines: Record<string, unknown> = { total: cut.total };
  for (const [at, row] of cut.rowCodes.entries()) {
    for (const [place, column] of (cut.columns ? cut.columnCodes : [""]).entries()) {
      const figure = cut.cells[at]?.[place];
      if (figure?.value) lines[cut.columns ? `${row}|${column}` : row] = figure;
    }
  }
  return lines;
}

type Generated = { input: CutInput; scope: RowScope; said: Record<string, unknown> };
const generated = new Map<number, Generated>();

/** The `index`th cut, in which scope it is asked, and what a plain count says; counted once for every back end. */
function generatedAt(index: number): Generated {
  const known = generated.get(index);
  if (known) return known;
  const input = generatedCut(index);
  const scope = scopes[index % 7 === 0 ? (index / 7) % 4 : 0] as RowScope;
  const found = { input, scope, said: expected(input, scope) };
  generated.set(index, found);
  return found;
}

function expected(input: CutInput, scope: RowScope): Record<string, unknown> {
  const { measure, rows, columns } = input;
  const { form } = measureOf(measure);
  const axes = columns ? [rows, columns] : [rows];
  if (scope.kind === "none") return { total: figureOf(form, undefined) };
  const { days, months } = periodOf(input, today);
  const asked: NaiveAsked = {
    measure,
    filter: input,
    ...(form === "share" ? { from: null, to: today } : days),
    province: scope.kind === "province" ? scope.provinceId : null,
  };
  const isStockOverTime = form === "stock" && axes.some(isTime);
  const found = isStockOverTime ? stockOverTime(asked, axes, months) : naiveCount(records, asked, axes);
  const cells = [...found].map(([key, values]) => [key, figureOf(form, spreadOf(values))] as const).filter(([, { value }]) => value);
  const total = isStockOverTime ? naiveCount(records, asked, []).get("") : [...found.values()].flat();
  return { total: figureOf(form, spreadOf(total)), ...Object.fromEntries(cells) };
}

/** The stock on the last day of every month or year, one after the other. */
function stockOverTime(asked: NaiveAsked, axes: readonly string[], months: { from: string | null; to: string }): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const time = axes.find((axis) => isTime(axis)) ?? "";
  for (let month = months.from ?? "2012-01"; month <= months.to; month = addMonths(month, 1)) {
    if (time === "year" && month !== months.to && !month.endsWith("-12")) continue;
    const to = [lastDayOf(month), today].toSorted()[0] ?? today;
    const others = axes.filter((axis) => axis !== time);
    for (const [code, values] of naiveCount(records, { ...asked, to }, others)) {
      const at = time === "year" ? month.slice(0, 4) : month;
      found.set(axes.map((axis) => (axis === time ? at : code)).join("|"), values);
    }
  }
  return found;
}

describe("generated cuts", () => {
  test("are the same in the read model", async () => {
    const model = await ReadModel.load();
    keepModel(model);
    for (let index = 0; index < 2_000; index += 1) {
      const { input, scope, said } = generatedAt(index);
      const cut = await readCut({ reader: readerOf(scope), now }, input);
      expect(cut.asOf.from).toBe("columns");
      expect(told(cut), JSON.stringify({ scope, input })).toEqual(said);
    }
    keepModel(null);
    await model.close();
    // Seconds by themselves; a machine that does other things besides must not make them a fault.
  }, 240_000);

  test("are what a plain count over the rows says, in PostgreSQL", async () => {
    for (let index = 0; index < 250; index += 1) {
      const { input, scope, said } = generatedAt(index);
      const cut = await readCut({ reader: readerOf(scope), now }, input);
      expect(told(cut), JSON.stringify({ scope, input })).toEqual(said);
    }
  });
});
