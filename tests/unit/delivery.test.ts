import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyEvidence,
  applyOutcome,
  claimDelivery,
  type Delivery,
  type DeliveryEvidence,
  deliveryStates,
  isDeliveryFailure,
  mayBeClaimed,
  type ProvenState,
  plannedDelivery,
  stopDelivery,
  waitsForMachine,
} from "../../lib/circulars/delivery.ts";

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 17, 7, minute));

const proven: ProvenState[] = [
  "submitted",
  "accepted",
  "delivered",
  "read",
  "rejected",
  "bounced",
  "too_large",
  "address_invalid",
  "expired",
];

const anEvidence = fc.record<DeliveryEvidence>({
  proves: fc.constantFrom(...proven),
  at: fc.nat(5).map(at),
  reason: fc.constantFrom(null, "", "kutu dolu", "adres yok"),
});

const aStart = fc.constantFrom<Delivery>(
  plannedDelivery,
  { ...plannedDelivery, state: "claimed", tryCount: 1, claimedAt: at(0) },
  { ...plannedDelivery, state: "outcome_unknown", tryCount: 2, claimedAt: at(0), lastReason: "zaman aşımı" },
  { ...plannedDelivery, state: "stopped", lastReason: "Yerine başka yazı geçti" },
  { ...plannedDelivery, state: "submitted", tryCount: 1, claimedAt: at(0), submittedAt: at(0) },
);

const fold = (start: Delivery, evidence: readonly DeliveryEvidence[]): Delivery =>
  evidence.reduce((row, item) => applyEvidence(row, item), start);

function claimed(): Delivery {
  const delivery = claimDelivery(plannedDelivery, at(0));
  if (delivery === null) throw new Error("a planned delivery must be claimable");
  return delivery;
}

describe("evidence", () => {
  test("evidence in any order, any number of times, ends in the same state", () => {
    const shuffled = fc.array(anEvidence, { minLength: 1, maxLength: 6 }).chain((evidence) =>
      fc.tuple(
        fc.constant(evidence),
        fc
          .tuple(
            fc.shuffledSubarray(evidence, { minLength: evidence.length, maxLength: evidence.length }),
            fc.array(fc.constantFrom(...evidence), { maxLength: 6 }),
          )
          .chain(([all, again]) => fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length })),
      ),
    );
    fc.assert(
      fc.property(aStart, shuffled, (start, [evidence, delivered]) => {
        expect(fold(start, delivered)).toEqual(fold(start, evidence));
      }),
      { numRuns: 2_000 },
    );
  });

  test("a state never moves back by evidence once the letter was handed over", () => {
    fc.assert(
      fc.property(aStart, fc.array(anEvidence), (start, evidence) => {
        const row = fold(start, [...evidence, { proves: "delivered", at: at(3) }]);
        expect(["delivered", "read"]).toContain(row.state);
      }),
    );
  });

  test("the earliest time a transport states is kept", () => {
    const row = fold(plannedDelivery, [
      { proves: "delivered", at: at(9) },
      { proves: "delivered", at: at(4) },
      { proves: "read", at: at(12) },
    ]);
    expect(row).toMatchObject({ state: "read", deliveredAt: at(4), readAt: at(12) });
  });

  test("a reading without a hand-over is not given an invented hand-over time", () => {
    expect(applyEvidence(plannedDelivery, { proves: "read", at: at(2) })).toMatchObject({ state: "read", deliveredAt: null });
  });

  test("a bounce after acceptance is a failure with its reason", () => {
    const row = fold(plannedDelivery, [
      { proves: "bounced", at: at(5), reason: "kutu dolu" },
      { proves: "accepted", at: at(1) },
    ]);
    expect(row).toMatchObject({ state: "bounced", failedAt: at(5), lastReason: "kutu dolu", acceptedAt: at(1) });
  });
});

describe("tries", () => {
  test("a claimed delivery counts its try and cannot be claimed a second time", () => {
    expect(claimed()).toMatchObject({ state: "claimed", tryCount: 1, claimedAt: at(0) });
    expect(claimDelivery(claimed(), at(1))).toBeNull();
  });

  test("only what was certainly not handed over may be tried again", () => {
    expect(deliveryStates.filter(mayBeClaimed)).toEqual(["planned", "retrying", "outcome_unknown"]);
  });

  test("evidence that overtakes the answer of the channel is not lowered by it", () => {
    const overtaken = applyEvidence(claimed(), { proves: "delivered", at: at(1) });
    expect(applyOutcome(overtaken, { kind: "submitted", tryCount: 1, at: at(2) })).toMatchObject({
      state: "delivered",
      submittedAt: at(2),
    });
    expect(applyOutcome(overtaken, { kind: "unknown", tryCount: 1, reason: "zaman aşımı" }).state).toBe("delivered");
    expect(applyOutcome(overtaken, { kind: "deferred", tryCount: 1, reason: "451" }).state).toBe("delivered");
  });

  test("a time-out after the message was sent is an unknown outcome, settled by evidence", () => {
    const unknown = applyOutcome(claimed(), { kind: "unknown", tryCount: 1, reason: "zaman aşımı" });
    expect(unknown).toMatchObject({ state: "outcome_unknown", lastReason: "zaman aşımı" });
    expect(applyEvidence(unknown, { proves: "accepted", at: at(3) }).state).toBe("accepted");
  });

  test("the late answer of an abandoned try does not stop the running one", () => {
    const second = claimDelivery(applyOutcome(claimed(), { kind: "unknown", tryCount: 1, reason: "çöktü" }), at(20));
    if (second === null) throw new Error("an unknown outcome must be claimable again");
    expect(applyOutcome(second, { kind: "deferred", tryCount: 1, reason: "451" })).toEqual(second);
    expect(applyOutcome(second, { kind: "refused", tryCount: 1, at: at(21), failure: "rejected", reason: "550" })).toEqual(second);
    expect(applyOutcome(second, { kind: "submitted", tryCount: 1, at: at(21) }).state).toBe("submitted");
  });

  test("a refusal ends the delivery with its reason", () => {
    const refused = applyOutcome(claimed(), { kind: "refused", tryCount: 1, at: at(1), failure: "too_large", reason: "552" });
    expect(refused).toMatchObject({ state: "too_large", failedAt: at(1), lastReason: "552" });
    expect(claimDelivery(refused, at(2))).toBeNull();
  });

  test("what has not left is stopped and never tried again; what may have left cannot be stopped", () => {
    for (const state of deliveryStates) {
      const delivery = { ...plannedDelivery, state };
      if (mayBeClaimed(state)) expect(claimDelivery(stopDelivery(delivery, "geçti"), at(1))).toBeNull();
      else expect(() => stopDelivery(delivery, "geçti")).toThrow(state);
    }
  });

  test("a stopped message that left after all is where its evidence says", () => {
    const stopped = stopDelivery(plannedDelivery, "geçti");
    for (const state of proven) expect(applyEvidence(stopped, { proves: state, at: at(1) }).state).toBe(state);
  });

  test("every state is reached by an act or by evidence", () => {
    const retrying = applyOutcome(claimed(), { kind: "deferred", tryCount: 1, reason: "451" });
    const unknown = applyOutcome(claimed(), { kind: "unknown", tryCount: 1, reason: "çöktü" });
    const reached = new Set([
      plannedDelivery.state,
      claimed().state,
      retrying.state,
      unknown.state,
      stopDelivery(plannedDelivery, "Yerine başka yazı geçti").state,
      ...proven.map((state) => applyEvidence(claimed(), { proves: state, at: at(1) }).state),
    ]);
    expect([...deliveryStates].filter((state) => !reached.has(state))).toEqual([]);
  });

  test("each state either waits for the machine or is settled for it", () => {
    expect(deliveryStates.filter((state) => !waitsForMachine(state))).toEqual([
      "delivered",
      "read",
      ...deliveryStates.filter(isDeliveryFailure),
      "stopped",
    ]);
  });
});
