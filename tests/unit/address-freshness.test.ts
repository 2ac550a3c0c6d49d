import { describe, expect, test } from "vitest";
import { addressState } from "../../lib/institutions/address-freshness.ts";

const now = new Date("2026-11-23T08:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const state = (deliveredAt: Date | null, confirmedAt: Date | null, failedAt: Date | null, freshDays = 180) =>
  addressState({ deliveredAt, confirmedAt, failedAt }, now, freshDays);

describe("how far an address can be trusted", () => {
  test("nobody knows anything of one that nothing was sent to", () => {
    expect(state(null, null, null)).toBe("untried");
  });

  test("a delivery or a person keeps it fresh for the installation's time, and not a day longer", () => {
    expect(state(daysAgo(180), null, null)).toBe("fresh");
    expect(state(daysAgo(181), null, null)).toBe("ageing");
    expect(state(daysAgo(400), daysAgo(3), null)).toBe("fresh");
    expect(state(daysAgo(20), null, null, 10)).toBe("ageing");
  });

  test("a letter that came back outweighs what was known before it, not what was learned after", () => {
    expect(state(daysAgo(9), daysAgo(8), daysAgo(7))).toBe("returned");
    expect(state(null, null, daysAgo(7))).toBe("returned");
    expect(state(null, daysAgo(6), daysAgo(7))).toBe("fresh");
    expect(state(daysAgo(300), null, daysAgo(400))).toBe("ageing");
  });
});
