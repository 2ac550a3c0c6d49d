// How the statistics' columnar copy writes days, months and durations: small numbers, and none of them means two things.
import { describe, expect, it } from "vitest";
import {
  always,
  dayNumber,
  durationNumber,
  durationOf,
  firstDay,
  lastDay,
  monthNumber,
  monthOfNumber,
  monthOrder,
  never,
  yearOfDay,
} from "../../lib/statistics/server/column-days.ts";

const days = Array.from({ length: Math.floor((lastDay - firstDay) / 13) }, (_none, at) => firstDay + at * 13);
const textOf = (day: number): string => new Date(Date.UTC(2000, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);

describe("a month", () => {
  it("is the calendar's, on either side of 2000", () => {
    for (const day of days) {
      expect(dayNumber(textOf(day))).toBe(day);
      expect(monthOfNumber(monthNumber(day))).toBe(textOf(day).slice(0, 7));
      expect(yearOfDay(day)).toBe(Number(textOf(day).slice(0, 4)));
    }
  });

  it("keeps its order, and its number lies close to those of its neighbours from 2000 on", () => {
    const orders = days.map((day) => monthOrder(monthNumber(day)));
    expect(orders).toEqual(orders.toSorted((one, other) => one - other));
    expect([monthNumber(dayNumber("2000-01-31")), monthNumber(dayNumber("2026-11-30"))]).toEqual([1, 323]);
    expect(days.map(monthNumber).filter((month) => month <= 0 || month > 65_535)).toEqual([]);
  });

  it("is none where there is no day", () => {
    expect([monthNumber(never), monthNumber(always)]).toEqual([0, 0]);
  });
});

describe("a duration", () => {
  it("is read back as it was, forwards and backwards, and none is none", () => {
    for (const duration of [0, 1, -1, 30, -30, 4_000, firstDay, lastDay]) {
      const number = durationNumber(duration);
      expect(number).toBeGreaterThan(0);
      expect(number).toBeLessThanOrEqual(65_535);
      expect(durationOf(number)).toBe(duration);
    }
    expect([durationNumber(never), durationOf(0)]).toEqual([0, null]);
  });
});
