import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectedDay, forecastDrain, milestones, monthEnds, remainderAt } from "../../lib/cards/forecast.ts";
import { type Drain, type DrainMonth, drainOf, type ForecastInputs, type KindInputs } from "../../lib/cards/forecast-inputs.ts";
import { binomialQuantile, chanceOf, gamma, normalQuantile } from "../../lib/cards/forecast-odds.ts";
import { priceOn, replaceEarly, replaceOpen } from "../../lib/cards/forecast-what-if.ts";

/** Months of a country in which one card in a hundred left early each month, more in some. */
const months = Array.from(
  { length: 12 },
  (_, index): DrainMonth => [`2025-${String(index + 1).padStart(2, "0")}-01`, 3_000_000, index % 3 === 0 ? 1_500 : 750, 20_000],
);

const inputsOf = (ends: number[], given: Partial<ForecastInputs> = {}): ForecastInputs => ({
  asOf: "2026-11-23",
  kinds: { fixed_term: { ends, later: [], open: 3, baseline: 2 * ends.reduce((sum, count) => sum + count, 0), months } },
  countryMonths: { fixed_term: months },
  isCountry: true,
  ...given,
});

const flat = (perDay: number, days: number) => Array.from({ length: days }, () => perDay);
const tariffs = [
  { effectiveFrom: "2026-01-01", price: 96_400 },
  { effectiveFrom: "2027-01-01", price: 120_000 },
];
const drains = fc
  .array(fc.integer({ min: 0, max: 400 }), { minLength: 3, maxLength: 900 })
  .filter((ends) => ends.some((count) => count > 0))
  .map((ends) => drainOf(inputsOf(ends)));

describe("the drain of old cards", () => {
  test("made again from the same inputs and seed is the same to the last digit", () => {
    const drain = drainOf(inputsOf(flat(40, 700)));
    expect(forecastDrain(drain, 7)).toEqual(forecastDrain(drainOf(structuredClone(inputsOf(flat(40, 700)))), 7));
    expect(forecastDrain(drain, 8).points).not.toEqual(forecastDrain(drain, 7).points);
  });

  test("never rises, never leaves its interval and ends by the last printed day", () => {
    fc.assert(
      fc.property(drains, fc.integer({ min: 1, max: 2 ** 31 }), (drain, seed) => {
        const { points, days, lastEndOn } = forecastDrain(drain, seed);
        for (const [index, { expected, low, high }] of points.entries()) {
          expect(low).toBeLessThanOrEqual(expected);
          expect(high).toBeGreaterThanOrEqual(expected);
          expect(expected).toBeLessThanOrEqual(points[index - 1]?.expected ?? Number.POSITIVE_INFINITY);
        }
        expect(days.map(({ on }) => on)).toEqual(days.map(({ on }) => on).toSorted());
        for (const { on, from, to } of days) expect([from, on, to]).toEqual([from, on, to].toSorted());
        const certain = new Date(`${lastEndOn}T00:00:00Z`).getTime() + 86_400_000;
        for (const { to } of days) expect(Date.parse(to)).toBeLessThanOrEqual(certain);
      }),
      { numRuns: 60 },
    );
  });

  test("without an early exit in history is the printed days themselves", () => {
    const none = months.map(([month]): DrainMonth => [month, 0, 0, 0]);
    const drain = drainOf(inputsOf(flat(10, 100), { countryMonths: { fixed_term: none } }));
    const { days } = forecastDrain(drain, 1);
    // 2000 at the baseline, 1000 left; 100 are left after 90 days.
    expect(days.map(({ milestone, on, from, to }) => [milestone, on, from, to])).toEqual([
      [95, "2027-02-21", "2027-02-21", "2027-02-21"],
      [99, "2027-03-01", "2027-03-01", "2027-03-01"],
      [100, "2027-03-03", "2027-03-03", "2027-03-03"],
    ]);
  });

  test("has an interval that does not hang on the seed", () => {
    const drain = drainOf(inputsOf(flat(30, 600)));
    const { points } = forecastDrain(drain, 11);
    const at = points[8];
    const others = Array.from({ length: 60 }, (_, index) => forecastDrain(drain, 1_000 + index).points[8]);
    const widths = others.map((one) => (one?.high ?? 0) - (one?.low ?? 0));
    const width = (at?.high ?? 0) - (at?.low ?? 0);
    expect(width).toBeGreaterThan(0);
    for (const other of widths) expect(Math.abs(other - width) / width).toBeLessThan(0.5);
  });

  test("of a province with few cards leans on the country and is less sure", () => {
    const quiet = months.map(([month]): DrainMonth => [month, 3_000, 0, 0]);
    const province = inputsOf(flat(1, 500), { isCountry: false });
    const small: ForecastInputs = { ...province, kinds: { fixed_term: { ...(province.kinds.fixed_term as KindInputs), months: quiet } } };
    const own = drainOf(small).hazard;
    const country = drainOf(inputsOf(flat(1, 500))).hazard;
    expect(own.daily).toBeGreaterThan(0);
    expect(own.daily).toBeLessThan(country.daily);
    expect(own.shape).toBeLessThan(country.shape);
  });

  test("counts cards of permits that begin later from their first day on", () => {
    const inputs = inputsOf(flat(5, 10));
    const kind = inputs.kinds.fixed_term;
    const drain = drainOf({
      ...inputs,
      kinds: { fixed_term: { ...(kind as NonNullable<typeof kind>), later: [["2026-11-25", "2026-12-20", 7]] } },
    });
    expect(drain.alive[1]).toBe(45);
    expect(drain.alive[2]).toBe(47);
    expect(drain.alive[20]).toBe(7);
    expect(drain.alive.at(-1)).toBe(0);
  });

  test("of a kind not chosen is left out, and nothing to drain is no date", () => {
    const drain = drainOf(inputsOf(flat(5, 10)), ["permanent"]);
    expect(forecastDrain(drain, 1)).toEqual({ points: [], days: [], lastEndOn: null });
    expect(milestones.map((milestone) => expectedDay(drain, milestone))).toEqual([null, null, null]);
  });

  test("names the ends of months between two days", () => {
    expect(monthEnds("2026-11-23", "2027-02-10")).toEqual(["2026-11-23", "2026-11-30", "2026-12-31", "2027-01-31", "2027-02-10"]);
    expect(monthEnds("2026-11-30", "2026-11-30")).toEqual(["2026-11-30"]);
  });
});

describe("early replacement", () => {
  const drain: Drain = drainOf(inputsOf(flat(40, 700)));

  test("of no cards is the forecast itself", () => {
    const { days, cards, months: taken, cost } = replaceEarly(drain, { perMonth: 0, fromMonth: "2027-01-01" }, tariffs);
    expect({ cards, taken, cost }).toEqual({ cards: 0, taken: 0, cost: 0 });
    expect(days).toEqual(forecastDrain(drain, 3).days.map(({ milestone, on }) => ({ milestone, on })));
  });

  test("is never later than none, costs its cards at the tariff of their month and stops at 95 per cent", () => {
    fc.assert(
      fc.property(drains, fc.integer({ min: 1, max: 20_000 }), (stock, perMonth) => {
        const none = replaceEarly(stock, { perMonth: 0, fromMonth: "2027-01-01" }, tariffs);
        const some = replaceEarly(stock, { perMonth, fromMonth: "2027-01-01" }, tariffs);
        for (const { milestone, on } of some.days)
          expect(on <= (none.days.find((day) => day.milestone === milestone)?.on ?? "")).toBe(true);
        expect(some.days).toHaveLength(3);
        expect(some.cards).toBeLessThanOrEqual(some.months * perMonth);
        expect(some.cost).toBe(some.cards * 120_000);
        for (const [index, { left }] of some.points.entries()) expect(left).toBeLessThanOrEqual(none.points[index]?.left ?? 0);
        expect(some.cards).toBeLessThanOrEqual(stock.alive[0] ?? 0);
      }),
      { numRuns: 60 },
    );
  });

  test("of 4,000 a month reaches 95 per cent in the month the sum says", () => {
    const { days, months: taken, cards } = replaceEarly(drain, { perMonth: 4_000, fromMonth: "2027-01-01" }, tariffs);
    expect(remainderAt(drain.baseline, 95)).toBe(2_800);
    // 28,000 today, some 40 a day end: by the end of April 21,700 have ended or left with four rounds of 4,000.
    expect(taken).toBeGreaterThanOrEqual(4);
    expect(taken).toBeLessThanOrEqual(6);
    expect(cards).toBeGreaterThan(12_000);
    expect((days[0]?.on ?? "") < "2027-07").toBe(true);
  });

  test("of cards without an end is spread over the months to the day", () => {
    expect(replaceOpen(9_884, "2027-01-01", "2027-12-31", tariffs)).toEqual({ months: 12, perMonth: 824, cost: 9_884 * 120_000 });
    expect(replaceOpen(10, "2026-12-01", "2027-01-31", tariffs)).toEqual({ months: 2, perMonth: 5, cost: 5 * 96_400 + 5 * 120_000 });
    expect(replaceOpen(0, "2027-01-01", "2027-01-31", tariffs)).toEqual({ months: 1, perMonth: 0, cost: 0 });
  });

  test("takes the tariff of the day, of days to come the last known", () => {
    expect([
      priceOn(tariffs, "2026-12-31"),
      priceOn(tariffs, "2027-01-01"),
      priceOn(tariffs, "2031-01-01"),
      priceOn([], "2027-01-01"),
    ]).toEqual([96_400, 120_000, 120_000, 0]);
  });
});

describe("the odds", () => {
  test("have the mean and the spread of their distributions", () => {
    const chance = chanceOf(42);
    for (const shape of [0.5, 3, 60]) {
      const drawn = Array.from({ length: 20_000 }, () => gamma(shape, chance));
      const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
      expect(Math.abs(mean / shape - 1)).toBeLessThan(0.04);
    }
    expect(normalQuantile(0.95)).toBeCloseTo(1.644854, 5);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232, 5);
    expect(normalQuantile(0.999)).toBeCloseTo(3.090232, 5);
  });

  test("of what remains grow with the chance and stay between none and all", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (n, p, u) => {
          const value = binomialQuantile(u, n, p);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(n);
          expect(binomialQuantile(Math.min(0.9995, u + 0.1), n, p)).toBeGreaterThanOrEqual(value);
          expect(Math.abs(value - n * p)).toBeLessThanOrEqual(5 * Math.sqrt(n * p * (1 - p)) + 4);
        },
      ),
    );
  });
});
