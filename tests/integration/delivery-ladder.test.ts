import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { retryDelays, unknownOutcomeWait } from "../../lib/circulars/retry-ladder.ts";
import type { DeliveryOutcome } from "../../lib/circulars/server/channels/channel.ts";
import { expireClaims, requeueLate, settleUnknown } from "../../lib/circulars/server/sweeps.ts";
import { claimLasts } from "../../lib/circulars/try-limits.ts";
import { evidenceArrives, hoursLater, type People, start, thePeople } from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { answered, claimed, deliveriesTo, oneDelivery, openTasksOf } from "../support/deliveries.ts";
import { eventsAbout } from "../support/directory.ts";

const kep = { kind: "kep" as const, address: "merdiven@hs01.kep.test" };
const email = { kind: "email" as const, address: "merdiven@kurum.test" };
const deferred: DeliveryOutcome = { kind: "deferred", until: null, reason: "451 4.3.0 try again later" };
const submitted: DeliveryOutcome = { kind: "submitted", providerId: "<EYWS1@hs99.kep.test>", at: start };

let people: People;
let recipientId = "";
let id = "";

beforeAll(async () => {
  people = await thePeople();
});

beforeEach(async () => {
  ({ recipientId, id } = await oneDelivery(people, [kep, email]));
});

const later = (milliseconds: number, from = start): Date => new Date(from.getTime() + milliseconds);

/** Every try is deferred until the channel is used up; returns the waits between them. */
async function climbed(deliveryId: string, from: Date): Promise<{ waits: number[]; at: Date }> {
  const waits: number[] = [];
  let at = from;
  for (;;) {
    const taken = await claimed(deliveryId, at);
    if (!taken) throw new Error("the delivery was not due");
    await answered(taken, deferred, at);
    const row = (await deliveriesTo(recipientId)).find((one) => one.id === deliveryId);
    if (row?.state !== "retrying" || !row.nextCheckAt) return { waits, at };
    expect(await claimed(deliveryId, later(-1, row.nextCheckAt))).toBeNull();
    waits.push(row.nextCheckAt.getTime() - at.getTime());
    at = row.nextCheckAt;
  }
}

describe("a channel that keeps saying not now", () => {
  test("is tried eight times up the ladder, then the next channel, then a person is asked", async () => {
    const first = await climbed(id, start);
    expect(first.waits).toHaveLength(retryDelays.length - 1);
    for (const [index, wait] of first.waits.entries()) {
      const planned = retryDelays[index + 1] ?? 0;
      expect(wait).toBeGreaterThanOrEqual(planned * 0.8 - 1);
      expect(wait).toBeLessThanOrEqual(planned * 1.2 + 1);
    }
    const [onKep, onEmail] = await deliveriesTo(recipientId);
    expect(onKep).toMatchObject({ state: "expired", tryCount: 8, nextCheckAt: null });
    expect(onEmail).toMatchObject({ state: "planned", channel: "email", attempt: 1 });
    expect(await openTasksOf(recipientId)).toEqual([]);
    await climbed(onEmail?.id ?? "", first.at);
    expect(await openTasksOf(recipientId)).toEqual(["channels_exhausted"]);
    expect((await eventsAbout(id)).map(({ action }) => action)).toEqual(["delivery.failed"]);
  });
});

describe("an outcome that nobody knows", () => {
  test("on a channel that cannot be asked becomes a person's question and is never sent again", async () => {
    const taken = await claimed(id, start);
    if (!taken) throw new Error("not claimed");
    await answered(taken, { kind: "unknown", detail: "Connection closed" }, start);
    await ownerSql("UPDATE delivery SET channel = 'email' WHERE id = $1", [id]);
    for (const hours of [0, 1, 25, 49]) {
      await settleUnknown(later(1, hoursLater(hours)));
      await requeueLate(hoursLater(hours));
      expect(await claimed(id, hoursLater(hours))).toBeNull();
    }
    expect(await openTasksOf(recipientId)).toEqual(["unknown_outcome"]);
    expect(await deliveriesTo(recipientId)).toMatchObject([{ state: "outcome_unknown", tryCount: 1 }]);
  });

  test("waits ten minutes for evidence, and a provider that does not answer is asked again later", async () => {
    const taken = await claimed(id, start);
    if (!taken) throw new Error("not claimed");
    await answered(taken, { kind: "unknown", detail: "Timeout" }, start);
    await settleUnknown(later(1));
    expect(await deliveriesTo(recipientId)).toMatchObject([{ nextCheckAt: later(unknownOutcomeWait) }]);
    await settleUnknown(later(unknownOutcomeWait + 1));
    const [row] = await deliveriesTo(recipientId);
    expect(row).toMatchObject({ state: "outcome_unknown", tryCount: 1 });
    expect(row?.nextCheckAt?.getTime()).toBeGreaterThan(start.getTime() + unknownOutcomeWait);
  });

  test("is what a claim becomes whose worker died, and its late answer still counts", async () => {
    const taken = await claimed(id, start);
    if (!taken) throw new Error("not claimed");
    await expireClaims(later(claimLasts));
    expect(await deliveriesTo(recipientId)).toMatchObject([{ state: "claimed" }]);
    await expireClaims(later(claimLasts + 1));
    expect(await deliveriesTo(recipientId)).toMatchObject([{ state: "outcome_unknown", lastReason: "Gönderim yarıda kaldı" }]);
    await answered(taken, submitted, later(claimLasts + 2));
    expect(await deliveriesTo(recipientId)).toMatchObject([{ state: "submitted", providerId: "<EYWS1@hs99.kep.test>" }]);
    expect((await eventsAbout(id)).map(({ action }) => action)).toEqual(["delivery.unknown", "delivery.submitted"]);
  });

  test("of an abandoned try changes nothing any more once the next try runs", async () => {
    const first = await claimed(id, start);
    if (!first) throw new Error("not claimed");
    await answered(first, deferred, start);
    const second = await claimed(id, hoursLater(1));
    expect(second?.tryCount).toBe(2);
    await answered(first, { kind: "unknown", detail: "Timeout" }, hoursLater(1));
    expect(await deliveriesTo(recipientId)).toMatchObject([{ state: "claimed", tryCount: 2 }]);
  });
});

describe("evidence that is faster than the answer", () => {
  test("keeps its state, and the machine has nothing left to look at", async () => {
    const taken = await claimed(id, start);
    if (!taken) throw new Error("not claimed");
    await evidenceArrives(recipientId, "delivered", later(200));
    await answered(taken, submitted, later(400));
    expect(await deliveriesTo(recipientId)).toMatchObject([{ state: "delivered", submittedAt: start, nextCheckAt: null }]);
    await expireClaims(hoursLater(1));
    expect(await deliveriesTo(recipientId)).toMatchObject([{ state: "delivered" }]);
  });

  test("of a refusal begins the next channel once, not again with the answer", async () => {
    const taken = await claimed(id, start);
    if (!taken) throw new Error("not claimed");
    await evidenceArrives(recipientId, "submission_rejected", later(200));
    await answered(taken, submitted, later(400));
    expect(await deliveriesTo(recipientId)).toMatchObject([
      { state: "rejected", nextCheckAt: null },
      { state: "planned", channel: "email", attempt: 1 },
    ]);
  });
});

describe("a delivery whose job was lost", () => {
  test("is queued again, and a worker that claims it meanwhile keeps its claim", async () => {
    await claimed(id, start);
    await requeueLate(hoursLater(1));
    expect(await deliveriesTo(recipientId)).toMatchObject([{ state: "claimed", nextCheckAt: later(claimLasts) }]);
    const other = await oneDelivery(people, [kep]);
    const jobs = () => ownerSql("SELECT id FROM pgboss.job WHERE data ->> 'deliveryId' = $1", [other.id]).then((rows) => rows.length);
    await ownerSql("DELETE FROM pgboss.job WHERE data ->> 'deliveryId' = $1", [other.id]);
    await requeueLate(hoursLater(1));
    expect(await jobs()).toBe(1);
    expect(await deliveriesTo(other.recipientId)).toMatchObject([{ state: "planned", nextCheckAt: hoursLater(1) }]);
    // Still waiting: it is not queued twice.
    await requeueLate(hoursLater(2));
    expect(await jobs()).toBe(1);
  });

  test("of two workers that come to it only one gets it", async () => {
    const taken = await Promise.all([1, 2, 3, 4].map(() => claimed(id, start)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });
});
