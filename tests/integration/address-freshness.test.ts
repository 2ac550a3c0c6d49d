// What an address has proved is told by deliveries and by people, and shown wherever somebody is about to write to it (A28).
import { beforeAll, describe, expect, test } from "vitest";
import { listRecipientAddresses } from "../../lib/circulars/server/recipient-addresses.ts";
import { readToday } from "../../lib/circulars/server/today.ts";
import { addressState } from "../../lib/institutions/address-freshness.ts";
import { confirmAddress } from "../../lib/institutions/server/confirm-address.ts";
import { countInstitutions, listInstitutions } from "../../lib/institutions/server/list-institutions.ts";
import { readInstitution } from "../../lib/institutions/server/read-institution.ts";
import { aSignedCircular, evidenceArrives, handOver, hoursLater, type People, runAt, start, thePeople } from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { oneDelivery } from "../support/deliveries.ts";
import { anActor, anInstitution, eventsAbout, readAs, runAs } from "../support/directory.ts";

let people: People;
let serial = 0;

beforeAll(async () => {
  people = await thePeople();
});

/** An institution that was just written to by KEP, and what its page says after evidence at these hours. */
async function writtenTo(...told: [event: Parameters<typeof evidenceArrives>[1], hour: number][]) {
  serial += 1;
  const address = `adres${serial}@hs01.kep.test`;
  const { circularId, recipientId } = await oneDelivery(people, [{ kind: "kep", address }]);
  await handOver(circularId);
  for (const [event, hour] of told) await evidenceArrives(recipientId, event, hoursLater(hour));
  const [row] = await ownerSql<{ id: string }>("SELECT institution_id AS id FROM circular_recipient WHERE id = $1", [recipientId]);
  return { id: row?.id ?? "", address, circularId };
}

const pageOf = async (institutionId: string, at = hoursLater(24)) =>
  (await runAt(at, people.officer, readInstitution, { institutionId })).addresses[0];
const confirm = (institutionId: string, address: string, at = hoursLater(30)) =>
  runAt(at, people.officer, confirmAddress, { institutionId, kind: "kep", address, way: "phone", note: "Yazı işleri" });

describe("an address", () => {
  test("is untried until evidence says that a letter reached it", async () => {
    const silent = await writtenTo();
    expect(await pageOf(silent.id)).toMatchObject({ state: "untried", deliveredAt: null, confirmed: null });
    const reached = await writtenTo(["submission_accepted", 1], ["delivered", 2]);
    expect(await pageOf(reached.id)).toMatchObject({ state: "fresh", deliveredAt: hoursLater(2).toISOString(), failedAt: null });
    expect(await pageOf(reached.id, hoursLater(24 * 190))).toMatchObject({ state: "ageing" });
  });

  test("that gave a letter back says so until it is proved or confirmed anew", async () => {
    const returned = await writtenTo(["submission_accepted", 1], ["not_delivered", 2]);
    expect(await pageOf(returned.id)).toMatchObject({ state: "returned", failure: "bounced", failedAt: hoursLater(2).toISOString() });
    const confirmed = await confirm(returned.id, returned.address);
    expect(confirmed.addresses[0]).toMatchObject({
      state: "fresh",
      confirmed: { at: hoursLater(30).toISOString(), byName: people.officer.name, way: "phone", note: "Yazı işleri" },
    });
    expect((await eventsAbout(returned.id)).at(-1)).toEqual({
      action: "institution.address_confirmed",
      payload: { kind: "kep", address: returned.address, way: "phone" },
    });
  });

  test("is remembered when it leaves the record and comes back", async () => {
    const { id, address } = await writtenTo(["delivered", 2]);
    await ownerSql("UPDATE institution_channel SET address = 'baska@hs01.kep.test' WHERE institution_id = $1", [id]);
    expect(await pageOf(id)).toMatchObject({ state: "untried" });
    await expect(confirm(id, address)).rejects.toMatchObject({ code: "conflict" });
    await ownerSql("UPDATE institution_channel SET address = $2 WHERE institution_id = $1", [id, address]);
    expect(await pageOf(id)).toMatchObject({ state: "fresh" });
  });

  test("older evidence that comes late takes nothing back", async () => {
    const { id, address } = await writtenTo(["delivered", 5]);
    await ownerSql(`UPDATE delivery SET delivered_at = $2 WHERE address = $1`, [address, hoursLater(3)]);
    expect(await pageOf(id)).toMatchObject({ deliveredAt: hoursLater(5).toISOString() });
  });

  test("of another province is confirmed by nobody", async () => {
    const { id, address } = await writtenTo();
    const stranger = anActor("provincial_chief", 42);
    const asked = runAs(stranger, confirmAddress, { institutionId: id, kind: "kep", address, way: "letter", note: "" });
    await expect(asked).rejects.toMatchObject({ code: "not_found" });
  });
});

test("the database and the screen have one rule", async () => {
  const days = [null, 0, 100, 180, 181, 400];
  const cases = days.flatMap((delivered) => days.flatMap((confirmed) => days.map((failed) => ({ delivered, confirmed, failed }))));
  const at = (age: number | null) => (age === null ? null : new Date(start.getTime() - age * 86_400_000));
  const rows = await ownerSql<{ state: string }>(
    `SELECT address_state($1::timestamptz - d * interval '24 hours', $1 - c * interval '24 hours', $1 - f * interval '24 hours', $1, 180) AS state
     FROM unnest($2::int[], $3::int[], $4::int[]) WITH ORDINALITY AS t(d, c, f, n) ORDER BY n`,
    [start, cases.map(({ delivered }) => delivered), cases.map(({ confirmed }) => confirmed), cases.map(({ failed }) => failed)],
  );
  expect(rows.map(({ state }) => state)).toEqual(
    cases.map(({ delivered, confirmed, failed }) =>
      addressState({ deliveredAt: at(delivered), confirmedAt: at(confirmed), failedAt: at(failed) }, start, 180),
    ),
  );
});

describe("before and beside the next letter", () => {
  test("the directory finds institutions by the state of their first address, and counts them alike", async () => {
    const { id } = await writtenTo(["not_delivered", 2]);
    const { institutions } = await readAs(people.officer, listInstitutions, { address: "returned" });
    expect(institutions.map((row) => row.id)).toContain(id);
    expect(institutions.every(({ addressState: state }) => state === "returned")).toBe(true);
    expect((await readAs(people.officer, countInstitutions, { address: "returned" })).total).toBe(institutions.length);
    const withoutChannel = await anInstitution({ provinceId: 68, name: "Kanalsız Kurum" });
    const { institutions: found } = await readAs(people.officer, listInstitutions, { q: "Kanalsız Kurum" });
    expect(found).toMatchObject([{ id: withoutChannel, addressState: null }]);
  });

  test("the check before dispatch names those whose last letter came back", async () => {
    const { id, address } = await writtenTo(["not_delivered", 2]);
    const circular = await aSignedCircular(people, { recipients: [{ institutionId: id, role: "action" }], at: hoursLater(3) });
    const asked = () => runAt(hoursLater(4), people.officer, listRecipientAddresses, { circularId: circular.id });
    expect((await asked()).addresses).toMatchObject([
      { institutionId: id, address, state: "returned", since: hoursLater(2).toISOString() },
    ]);
    await confirm(id, address, hoursLater(3));
    expect((await asked()).addresses).toMatchObject([{ state: "fresh", since: hoursLater(3).toISOString() }]);
  });

  test("the desk has one line for all of them, for those who may put it right", async () => {
    await ownerSql("UPDATE address_record SET failed_at = NULL, failure = NULL");
    const lineOf = async (actor: People["officer"]) =>
      (await runAt(hoursLater(24), actor, readToday, undefined)).items.find(({ kind }) => kind === "address");
    expect(await lineOf(people.officer)).toBeUndefined();
    await writtenTo(["not_delivered", 4]);
    await writtenTo(["not_delivered", 2]);
    expect(await lineOf(people.officer)).toMatchObject({
      count: 2,
      since: hoursLater(2).toISOString(),
      title: "2 kurumun adresi geri döndü",
    });
    expect(await lineOf(people.director)).toBeUndefined();
  });
});
