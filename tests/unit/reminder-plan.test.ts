import { describe, expect, test } from "vitest";
import { dayAfter, dayOfStep, isHeld, isOfficeTime, plannedDays, proposedRule } from "../../lib/circulars/reminder-plan.ts";

const rule = { basis: "due_date", firstAfter: 1, secondAfter: 3, escalateAfter: 3 } as const;

describe("a reminder plan", () => {
  test("counts working days from the due date, each step from the one before", () => {
    // 11.12.2026 is a Friday.
    expect(plannedDays(rule, { dueOn: "2026-12-11", dispatchedOn: "2026-12-01" })).toEqual(["2026-12-14", "2026-12-17", "2026-12-22"]);
  });

  test("passes over public holidays", () => {
    const days = plannedDays({ ...rule, basis: "silence", firstAfter: 2 }, { dueOn: null, dispatchedOn: "2026-12-30" });
    expect(days).toEqual(["2027-01-04", "2027-01-07", "2027-01-12"]);
  });

  test("of a letter that went out after its due date counts from the dispatch", () => {
    expect(plannedDays(rule, { dueOn: "2026-12-01", dispatchedOn: "2026-12-11" })?.[0]).toBe("2026-12-14");
  });

  test("by silence has no days before the dispatch, and none beyond the calendar", () => {
    expect(plannedDays(proposedRule(null), { dueOn: null, dispatchedOn: null })).toBeNull();
    expect(plannedDays(rule, { dueOn: "2032-06-01", dispatchedOn: "2032-05-01" })).toBeNull();
  });

  test("makes up for a missed step, and never takes two on one day", () => {
    const days = ["2026-12-14", "2026-12-17", "2026-12-22"];
    expect(dayOfStep(days, 2, dayAfter("2026-12-18"))).toBe("2026-12-21");
    expect(dayOfStep(days, 2, dayAfter("2026-12-14"))).toBe("2026-12-17");
    expect(dayOfStep(days, 4, "2026-12-14")).toBeNull();
  });

  test("works in the hours of the office", () => {
    const moments = {
      "2026-12-14T06:00:00Z": true,
      "2026-12-14T05:59:00Z": false,
      "2026-12-14T15:00:00Z": false,
      "2026-12-13T09:00:00Z": false,
    };
    for (const [moment, isOpen] of Object.entries(moments)) expect(isOfficeTime(new Date(moment)), moment).toBe(isOpen);
  });

  test("waits for a day that was promised on the telephone, that day included", () => {
    expect(isHeld("2026-12-14", "2026-12-14")).toBe(true);
    expect(isHeld("2026-12-14", "2026-12-15")).toBe(false);
    expect(isHeld(null, "2026-12-14")).toBe(false);
  });
});
