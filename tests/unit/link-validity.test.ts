import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { circularView } from "../../lib/circulars/circular.ts";
import { completedAt, isLinkOpen } from "../../lib/circulars/link-validity.ts";
import { isTerminal } from "../../lib/circulars/recipient.ts";

const day = 86_400_000;
const start = new Date("2026-11-23T08:00:00Z");
const after = (days: number) => new Date(start.getTime() + days * day);
const instant = fc.option(fc.integer({ min: 0, max: 100 }).map(after));
const recipient = fc.record({
  role: fc.constantFrom("action" as const, "information" as const),
  acknowledgedAt: instant,
  actionReportedAt: instant,
  waivedAt: instant,
});

describe("a recipient's link", () => {
  test("stays open while anything is expected of anybody, however long that takes", () => {
    fc.assert(
      fc.property(fc.array(recipient, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 1_000 }), (recipients, days) => {
        fc.pre(!recipients.every(isTerminal));
        expect(completedAt(recipients)).toBeNull();
        expect(isLinkOpen({ view: circularView("dispatched", recipients), recipients }, after(days))).toBe(true);
      }),
    );
  });

  test("ends thirty days after the last recipient became terminal, and not a moment earlier", () => {
    fc.assert(
      fc.property(fc.array(recipient, { minLength: 1, maxLength: 5 }), (recipients) => {
        fc.pre(recipients.every(isTerminal));
        const end = (completedAt(recipients)?.getTime() ?? 0) + 30 * day;
        const view = circularView("dispatched", recipients);
        expect(isLinkOpen({ view, recipients }, new Date(end))).toBe(true);
        expect(isLinkOpen({ view, recipients }, new Date(end + 1))).toBe(false);
      }),
    );
  });

  test.each(["draft", "signed", "withdrawn", "superseded", "cancelled"] as const)("does not open a circular that is %s", (view) => {
    expect(isLinkOpen({ view, recipients: [] }, start)).toBe(false);
  });
});
