import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deliveryStates } from "../../lib/circulars/delivery.ts";
import {
  deemedReading,
  isDeemedRead,
  isSilent,
  isTerminal,
  overdueDays,
  type Recipient,
  type RecipientDelivery,
  recipientState,
} from "../../lib/circulars/recipient.ts";

const HOUR = 3_600_000;
const deliveredAt = new Date("2026-03-17T07:24:00Z");
const hoursLater = (hours: number): Date => new Date(deliveredAt.getTime() + hours * HOUR);

const aDelivery = (overrides: Partial<RecipientDelivery> = {}): RecipientDelivery => ({
  channel: "kep",
  state: "delivered",
  deliveredAt,
  readAt: null,
  ...overrides,
});

const aRecipient = (overrides: Partial<Recipient> = {}): Recipient => ({
  role: "action",
  acknowledgedAt: null,
  actionReportedAt: null,
  waivedAt: null,
  ...overrides,
});

describe("deemed read", () => {
  test("a KEP message unread for 24 hours is deemed read, with its rule and moment", () => {
    expect(isDeemedRead(aDelivery(), hoursLater(23.99))).toBe(false);
    expect(deemedReading(aDelivery(), hoursLater(24))).toEqual({ at: hoursLater(24), rule: { id: "kep_24h", afterHours: 24 } });
  });

  test("a message that was read is never labelled as deemed read", () => {
    expect(isDeemedRead(aDelivery({ state: "read", readAt: hoursLater(1) }), hoursLater(48))).toBe(false);
  });

  test("only KEP has a deemed-read rule", () => {
    for (const channel of ["email", "hand", "post"]) expect(isDeemedRead(aDelivery({ channel }), hoursLater(240))).toBe(false);
  });
});

describe("the state of a recipient", () => {
  test("the furthest of its deliveries counts", () => {
    const deliveries = [
      aDelivery({ state: "bounced", deliveredAt: null }),
      aDelivery({ channel: "email", state: "submitted", deliveredAt: null }),
    ];
    expect(recipientState({ ...aRecipient(), deliveries }, hoursLater(0))).toBe("submitted");
    expect(recipientState({ ...aRecipient(), deliveries: [] }, hoursLater(0))).toBe("planned");
  });

  test("the next channel being planned hides the failure of the one before, and the last failure shows when nothing follows", () => {
    const failed = aDelivery({ state: "rejected", deliveredAt: null });
    const planned = aDelivery({ channel: "hand", state: "planned", deliveredAt: null });
    expect(recipientState({ ...aRecipient(), deliveries: [failed, planned] }, hoursLater(0))).toBe("planned");
    expect(
      recipientState({ ...aRecipient(), deliveries: [failed, aDelivery({ state: "expired", deliveredAt: null })] }, hoursLater(0)),
    ).toBe("expired");
  });

  test("an unread KEP delivery becomes deemed read by the clock alone", () => {
    const recipient = { ...aRecipient(), deliveries: [aDelivery()] };
    expect(recipientState(recipient, hoursLater(1))).toBe("delivered");
    expect(recipientState(recipient, hoursLater(25))).toBe("deemed_read");
  });

  test("what the recipient declared stands above every delivery", () => {
    const deliveries = [aDelivery({ state: "read", readAt: hoursLater(1) })];
    expect(recipientState({ ...aRecipient({ acknowledgedAt: hoursLater(2) }), deliveries }, hoursLater(3))).toBe("acknowledged");
    expect(
      recipientState({ ...aRecipient({ acknowledgedAt: hoursLater(2), actionReportedAt: hoursLater(3) }), deliveries }, hoursLater(4)),
    ).toBe("action_reported");
    expect(recipientState({ ...aRecipient({ waivedAt: hoursLater(2) }), deliveries }, hoursLater(3))).toBe("waived");
  });

  test("a waiver after an acknowledgement is shown where action was asked, not where information was enough", () => {
    const declared = { acknowledgedAt: hoursLater(1), waivedAt: hoursLater(2) };
    expect(recipientState({ ...aRecipient(declared), deliveries: [] }, hoursLater(3))).toBe("waived");
    expect(recipientState({ ...aRecipient({ ...declared, role: "information" }), deliveries: [] }, hoursLater(3))).toBe("acknowledged");
  });

  test("a recipient for information never shows a reported action", () => {
    const recipient = { ...aRecipient({ role: "information", actionReportedAt: hoursLater(1) }), deliveries: [] };
    expect(recipientState(recipient, hoursLater(2))).toBe("acknowledged");
  });
});

describe("what is still expected", () => {
  test("action is expected until it is reported or waived, information until it is acknowledged or waived", () => {
    expect(isTerminal(aRecipient({ acknowledgedAt: hoursLater(1) }))).toBe(false);
    expect(isTerminal(aRecipient({ actionReportedAt: hoursLater(1) }))).toBe(true);
    expect(isTerminal(aRecipient({ role: "information", acknowledgedAt: hoursLater(1) }))).toBe(true);
    expect(isTerminal(aRecipient({ waivedAt: hoursLater(1) }))).toBe(true);
    expect(isTerminal(aRecipient({ role: "information" }))).toBe(false);
  });

  test("silent is who neither acknowledged nor acted nor was waived, wherever the letter is", () => {
    expect(isSilent(aRecipient())).toBe(true);
    expect(isSilent(aRecipient({ acknowledgedAt: hoursLater(1) }))).toBe(false);
    expect(isSilent(aRecipient({ waivedAt: hoursLater(1) }))).toBe(false);
    expect(isSilent(aRecipient({ actionReportedAt: hoursLater(1) }))).toBe(false);
  });

  test("days late are counted from the due date and only while something is expected", () => {
    expect(overdueDays({ ...aRecipient(), dueOn: "2026-03-24" }, "2026-03-24")).toBe(0);
    expect(overdueDays({ ...aRecipient(), dueOn: "2026-03-24" }, "2026-03-27")).toBe(3);
    expect(overdueDays({ ...aRecipient({ waivedAt: hoursLater(1) }), dueOn: "2026-03-24" }, "2026-03-27")).toBe(0);
    expect(overdueDays({ ...aRecipient(), dueOn: null }, "2026-03-27")).toBe(0);
  });

  test("a terminal recipient is never silent, and its state says why", () => {
    const moment = fc.option(fc.constant(hoursLater(1)));
    const anyRecipient = fc.record<Recipient>({
      role: fc.constantFrom("action", "information"),
      acknowledgedAt: moment,
      actionReportedAt: moment,
      waivedAt: moment,
    });
    fc.assert(
      fc.property(anyRecipient, fc.array(fc.constantFrom(...deliveryStates)), (recipient, states) => {
        const deliveries = states.map((state) => aDelivery({ state }));
        const state = recipientState({ ...recipient, deliveries }, hoursLater(1));
        if (isTerminal(recipient)) {
          expect(isSilent(recipient)).toBe(false);
          expect(["acknowledged", "action_reported", "waived"]).toContain(state);
        }
      }),
    );
  });
});
