import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarYears, holidaysOf } from "../../lib/platform/calendar/holidays.ts";
import { addDays, nextLocalMidnight, startOfLocalDay } from "../../lib/platform/calendar/local-day.ts";
import { addWorkingDays, isWithinCalendar, isWorkingDay, workingDaysBetween } from "../../lib/platform/calendar/working-days.ts";
import { localDateOf } from "../../lib/platform/locale/tr.ts";

const years = Array.from({ length: calendarYears.last - calendarYears.first + 1 }, (_, index) => calendarYears.first + index);
const firstDay = "2024-06-01";
const aDate = fc.integer({ min: 0, max: 2_900 }).map((days) => addDays(firstDay, days));

describe("public holidays", () => {
  test("2026 has the holidays the Law and Diyanet name", () => {
    const dates = holidaysOf(2026).map(({ date, isHalfDay }) => (isHalfDay ? `${date} ½` : date));
    expect(dates).toEqual([
      "2026-01-01",
      "2026-03-19 ½",
      "2026-03-20",
      "2026-03-21",
      "2026-03-22",
      "2026-04-23",
      "2026-05-01",
      "2026-05-19",
      "2026-05-26 ½",
      "2026-05-27",
      "2026-05-28",
      "2026-05-29",
      "2026-05-30",
      "2026-07-15",
      "2026-08-30",
      "2026-10-28 ½",
      "2026-10-29",
    ]);
  });

  test.each(years)("the feasts of %i begin on 1 Shawwal and 10 Dhu al-Hijja", (year) => {
    const hijri = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura", { month: "numeric", day: "numeric", timeZone: "UTC" });
    const firstDays = holidaysOf(year).filter(({ name }) => name.endsWith("Bayramı 1. gün"));
    const named = firstDays.map(({ date, name }) => {
      const parts = hijri.formatToParts(new Date(`${date}T00:00:00Z`));
      return [name.split(" ")[0], ...["month", "day"].map((type) => Number(parts.find((part) => part.type === type)?.value))].join(" ");
    });
    expect(named.sort()).toEqual(["Kurban 12 10", "Ramazan 10 1"]);
  });

  test("a year nobody has announced is refused, not guessed", () => {
    expect(() => holidaysOf(2023)).toThrow(RangeError);
    expect(() => isWorkingDay("2033-01-03")).toThrow(RangeError);
    expect(isWithinCalendar("2032-12-31")).toBe(true);
    expect(isWithinCalendar("2033-01-01")).toBe(false);
    expect(isWithinCalendar("tarih")).toBe(false);
  });
});

describe("working days", () => {
  test("weekends and full holidays are not working days, the eve of a feast is", () => {
    expect(isWorkingDay("2026-03-17")).toBe(true);
    expect(isWorkingDay("2026-03-19")).toBe(true);
    expect(isWorkingDay("2026-03-20")).toBe(false);
    expect(isWorkingDay("2026-03-21")).toBe(false);
    expect(isWorkingDay("2026-10-28")).toBe(true);
    expect(isWorkingDay("2026-10-29")).toBe(false);
  });

  test("five working days from 17 March 2026 end after the feast", () => {
    expect(addWorkingDays("2026-03-17", 5)).toBe("2026-03-25");
    expect(workingDaysBetween("2026-03-17", "2026-03-25")).toBe(5);
    expect(addWorkingDays("2026-03-25", -5)).toBe("2026-03-17");
    expect(addWorkingDays("2026-03-21", 0)).toBe("2026-03-21");
  });

  test("adding working days and counting them agree, and a period ends on a working day", () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: 1, max: 60 }), (date, count) => {
        const end = addWorkingDays(date, count);
        expect(isWorkingDay(end)).toBe(true);
        expect(workingDaysBetween(date, end)).toBe(count);
        expect(workingDaysBetween(end, date)).toBe(-count);
      }),
    );
  });
});

describe("legal days", () => {
  test("a legal day begins at midnight in Türkiye", () => {
    expect(startOfLocalDay("2026-03-17").toISOString()).toBe("2026-03-16T21:00:00.000Z");
    expect(nextLocalMidnight(new Date("2026-03-17T20:59:59Z")).toISOString()).toBe("2026-03-17T21:00:00.000Z");
    expect(nextLocalMidnight(new Date("2026-03-17T21:00:00Z")).toISOString()).toBe("2026-03-18T21:00:00.000Z");
  });

  test("every day begins within itself and ends where the next begins", () => {
    fc.assert(
      fc.property(aDate, (date) => {
        expect(localDateOf(startOfLocalDay(date))).toBe(date);
        expect(nextLocalMidnight(startOfLocalDay(date))).toEqual(startOfLocalDay(addDays(date, 1)));
      }),
    );
  });
});
