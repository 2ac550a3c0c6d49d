import { beforeAll, expect, test } from "vitest";
import { readCircular } from "../../lib/circulars/server/circular-reads.ts";
import { initialCircular } from "../../lib/circulars/server/initial-circular.ts";
import { prepareCircular } from "../../lib/circulars/server/prepare-circular.ts";
import { submitCircular } from "../../lib/circulars/server/submit-circular.ts";
import { expirePreparations, finishDispatched } from "../../lib/circulars/server/sweeps.ts";
import { assertTriesEnd } from "../../lib/circulars/try-limits.ts";
import { aDispatchedCircular, aDraft, hoursLater, type People, runAt, start, thePeople } from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { claimed, oneDelivery } from "../support/deliveries.ts";

let people: People;

beforeAll(async () => {
  people = await thePeople();
});

const minutesLater = (minutes: number): Date => hoursLater(minutes / 60);

test("a document nobody signs in fifteen minutes gives its number back as voided", async () => {
  const draft = await aDraft(people);
  const submitted = await runAt(start, people.officer, submitCircular, { circularId: draft.id, version: draft.version });
  const contentDigest = submitted.contentDigest ?? "";
  const initialled = await runAt(start, people.chief, initialCircular, { circularId: draft.id, version: submitted.version, contentDigest });
  const prepared = await runAt(start, people.director, prepareCircular, { circularId: draft.id, version: initialled.version });
  const fate = () => ownerSql("SELECT fate, reason FROM document_number WHERE number = $1", [prepared.document?.documentNumber]);
  await expirePreparations(minutesLater(14));
  expect(await fate()).toEqual([{ fate: null, reason: null }]);
  await expirePreparations(minutesLater(16));
  expect(await fate()).toEqual([{ fate: "voided", reason: "Süresi geçti" }]);
  const waiting = await runAt(minutesLater(16), people.director, readCircular, { circularId: draft.id });
  expect(waiting).toMatchObject({ state: "awaiting_signature", document: null });
});

test("nothing waits without a next check, and the database refuses it", async () => {
  const { id } = await oneDelivery(people, [{ kind: "kep", address: "bekleyen@hs01.kep.test" }]);
  await claimed(id, start);
  for (const state of ["claimed", "retrying", "outcome_unknown"]) {
    const forgotten = ownerSql("UPDATE delivery SET state = $2, next_check_at = NULL WHERE id = $1", [id, state]);
    await expect(forgotten).rejects.toMatchObject({ constraint: "delivery_waits_with_a_check" });
  }
  const unwatched = await ownerSql(
    `SELECT id FROM delivery WHERE channel IN ('kep', 'email') AND next_check_at IS NULL
       AND state IN ('planned', 'claimed', 'retrying', 'outcome_unknown', 'submitted', 'accepted')`,
  );
  expect(unwatched).toEqual([]);
});

test("a dispatch whose last batches ended together is finished all the same", async () => {
  const { id } = await aDispatchedCircular(people);
  const state = () => ownerSql("SELECT state FROM circular WHERE id = $1", [id]);
  await finishDispatched(hoursLater(1));
  expect(await state()).toEqual([{ state: "dispatching" }]);
  await ownerSql("UPDATE delivery SET state = 'submitted', submitted_at = now() WHERE circular_id = $1", [id]);
  await finishDispatched(hoursLater(1));
  expect(await state()).toEqual([{ state: "dispatched" }]);
});

test("a reply time-out with which a try could outlive its claim is refused at the start", () => {
  expect(() => assertTriesEnd(60_000)).not.toThrow();
  expect(() => assertTriesEnd(75_000)).toThrow(/KEP_REPLY_TIMEOUT_MS/);
});
