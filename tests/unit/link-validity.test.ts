import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { circularView } from "../../lib/circulars/circular.ts";
import { completedAt, linkStanding } from "../../lib/circulars/link-validity.ts";
import { isTerminal } from "../../lib/circulars/recipient.ts";

const day = 86_400_000;
const replaced = ["superseded", "cancelled"] as const;
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
        const now = after(days);
        expect(linkStanding({ view: circularView("dispatched", recipients), recipients }, now)).toBe("open");
        for (const view of replaced) expect(linkStanding({ view, recipients }, now)).toBe("replaced");
      }),
    );
  });

  test("ends thirty days after the last recipient became terminal, and not a moment earlier", () => {
    fc.assert(
      fc.property(fc.array(recipient, { minLength: 1, maxLength: 5 }), (recipients) => {
        fc.pre(recipients.every(isTerminal));
        const end = (completedAt(recipients)?.getTime() ?? 0) + 30 * day;
        const view = circularView("dispatched", recipients);
        expect(linkStanding({ view, recipients }, new Date(end))).toBe("open");
        expect(linkStanding({ view: "superseded", recipients }, new Date(end))).toBe("replaced");
        for (const each of [view, ...replaced]) expect(linkStanding({ view: each, recipients }, new Date(end + 1))).toBe("closed");
      }),
    );
  });

  test.each(["draft", "signed", "withdrawn"] as const)("does not open a circular that is %s", (view) => {
    expect(linkStanding({ view, recipients: [] }, start)).toBe("closed");
  });
});
