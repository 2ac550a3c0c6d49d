// The list of permits, its count, its views, its frozen selections and the radar, through the routes.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { amendView, listViews, removeView, saveView, visitView } from "../../lib/access/views-contract.ts";
import {
  countChangedPermits,
  countPermits,
  listPermits,
  type PermitFilter,
  PermitSort,
  type PermitState,
} from "../../lib/permits/contract.ts";
import { readExpiryRadar } from "../../lib/permits/radar-contract.ts";
import { annotatePermits, freezePermitSelection, readPermitSelection } from "../../lib/permits/selection-contract.ts";
import { addDays } from "../../lib/platform/calendar/local-day.ts";
import type { InputOf } from "../../lib/platform/http/endpoint.ts";
import { localDateOf } from "../../lib/platform/locale/tr.ts";
import { type Bff, bffOf } from "../support/bff.ts";
import { ownerSql } from "../support/database.ts";
import { accountOf } from "../support/session.ts";

const aksaray = 68;
const konya = 42;
const today = localDateOf(new Date());
let officer: Bff;
let chief: Bff;
let ministry: Bff;

type Stored = { id: string; number: string; validFrom: string; validTo: string | null; registeredAt: Date };

/** 130 permits of Aksaray and 7 of Konya: every state, ends from long ago to none, five nationalities, three employers. */
async function fill(province: number, count: number, from: number): Promise<void> {
  await ownerSql(
    `INSERT INTO employer (province_id, tax_number, title, sector, is_demo)
     SELECT $1, '000' || lpad((${from} + n)::text, 7, '0'), 'İşletme ' || n, (ARRAY['C', 'F', 'I'])[n], true FROM generate_series(1, 3) n`,
    [province],
  );
  await ownerSql(
    `INSERT INTO permit (province_id, number, kind, status, given_names, surname, sex, nationality, person_key, employer_id, employer_tax_number, sector, occupation,
            valid_from, valid_to, ended_on, registered_at, updated_at)
     SELECT $1, (${from} + n)::text, CASE WHEN n % 13 = 0 THEN 'permanent' ELSE 'fixed_term' END,
            CASE WHEN n % 11 = 0 THEN 'cancelled' WHEN n % 17 = 0 THEN 'void' ELSE 'registered' END, 'Ad', 'Soyad ' || n, 'male',
            (ARRAY['SYR', 'TKM', 'GEO', 'UZB', 'RUS'])[n % 5 + 1], gen_random_uuid(), e.id, e.tax_number, e.sector, (ARRAY['5131', '9112', '2512'])[n % 3 + 1],
            d.day, CASE WHEN n % 13 > 0 THEN d.day + 365 END, CASE WHEN n % 11 = 0 THEN d.day + 30 END,
            now() - (n / 3) * interval '1 day', now()
     FROM generate_series(1, $2::int) n CROSS JOIN LATERAL (SELECT $3::date - 420 + n * 4 AS day) d
     JOIN employer e ON e.province_id = $1 AND e.title = 'İşletme ' || (n % 3 + 1)`,
    [province, count, today],
  );
}

beforeAll(async () => {
  await ownerSql("SET session_replication_role = replica");
  for (const table of ["permit_event", "permit_identity", "holder_token", "permit"]) await ownerSql(`DELETE FROM ${table}`);
  await ownerSql("SET session_replication_role = origin");
  await fill(aksaray, 130, 7_000_000);
  await fill(konya, 7, 8_000_000);
  officer = await bffOf(accountOf("provincial_officer"));
  chief = await bffOf(accountOf("provincial_chief"));
  ministry = await bffOf(accountOf("ministry_officer"));
});

const stored = () =>
  ownerSql<Stored>(
    `SELECT id, number, valid_from::text AS "validFrom", valid_to::text AS "validTo", registered_at AS "registeredAt" FROM permit WHERE province_id = ${aksaray}`,
  );

async function everyPage(bff: Bff, filter: InputOf<typeof listPermits>) {
  const pages: Awaited<ReturnType<typeof firstPage>>[] = [await firstPage(bff, filter)];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(await bff.call(listPermits, { ...filter, after: next }));
  return pages.flatMap(({ permits }) => permits);
}

const firstPage = (bff: Bff, filter: InputOf<typeof listPermits>) => bff.call(listPermits, filter);

describe("the list of permits", () => {
  test.each(PermitSort.options)("shows each permit of the province once, in the order %s, over its pages", async (sort) => {
    const found = await everyPage(officer, { sort });
    const all = await stored();
    expect(found.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
    const descends = sort.startsWith("-") || sort === "newest";
    const keys = found.map(({ registeredAt, validFrom, validTo, number }) => {
      if (sort === "newest") return registeredAt;
      if (sort === "number") return number;
      return sort.endsWith("end") ? (validTo ?? "9999") : validFrom;
    });
    expect(keys).toEqual(descends ? keys.toSorted().toReversed() : keys.toSorted());
  });

  test("tells a permit's state and days of today", async () => {
    const found = await everyPage(officer, {});
    for (const permit of found) {
      const [row] = await ownerSql<{ state: PermitState }>(
        `SELECT permit_state(status, valid_from, valid_to, $2::date) AS state FROM permit WHERE id = $1`,
        [permit.id, today],
      );
      expect(permit.state).toBe(row?.state);
      const left = permit.state === "in_force" && permit.validTo ? (Date.parse(permit.validTo) - Date.parse(today)) / 86_400_000 : null;
      expect(permit.daysLeft).toBe(left);
      expect(permit.employer?.title).toMatch(/^İşletme/);
    }
  });

  const filters: [string, InputOf<typeof countPermits>, string][] = [
    ["kind", { kind: "permanent" }, "kind = 'permanent'"],
    ["two nationalities", { nationality: "SYR,GEO" }, "nationality IN ('SYR', 'GEO')"],
    ["sector", { sector: "F" }, "sector = 'F'"],
    ["occupation group and unit", { occupation: "25,9112" }, "(occupation LIKE '25%' OR occupation = '9112')"],
    ["start", { startFrom: addDays(today, -100), startTo: today }, `valid_from BETWEEN '${addDays(today, -100)}' AND '${today}'`],
    ["end", { endFrom: today, endTo: addDays(today, 90) }, `valid_to BETWEEN '${today}' AND '${addDays(today, 90)}'`],
    ["no end", { openEnded: "yes" }, "valid_to IS NULL"],
    [
      "design of the card",
      { card: "old" },
      "EXISTS (SELECT FROM card c WHERE c.permit_id = permit.id AND c.validity = 'active' AND c.design = 'old')",
    ],
    ["sex", { sex: "female" }, "sex = 'female'"],
    [
      "going on from another, recorded or not",
      { type: "extension" },
      "(predecessor_id IS NOT NULL OR application_id IN (SELECT id FROM permit_application WHERE type = 'extension'))",
    ],
    [
      "age in the year of issue",
      { age: "25-34,65+" },
      `(extract(year FROM registered_at AT TIME ZONE 'Europe/Istanbul') - birth_year BETWEEN 25 AND 34
        OR extract(year FROM registered_at AT TIME ZONE 'Europe/Istanbul') - birth_year >= 65)`,
    ],
    ["size, also unknown", { size: "1-9,unknown" }, "(size_band = '1-9' OR size_band IS NULL)"],
    ["schooling", { education: "bachelor" }, "application_id IN (SELECT id FROM permit_application WHERE education = 'bachelor')"],
    [
      "schooling unknown",
      { education: "unknown" },
      "NOT EXISTS (SELECT FROM permit_application a WHERE a.id = application_id AND a.education IS NOT NULL)",
    ],
    ["sector unknown", { sector: "unknown" }, "sector IS NULL"],
    [
      "in force on a day",
      { inForceOn: addDays(today, -200) },
      `status <> 'void' AND daterange(valid_from, least(valid_to + 1, ended_on)) @> '${addDays(today, -200)}'::date`,
    ],
    ["end of effect", { endedFrom: addDays(today, -400), endedTo: today }, `ended_on BETWEEN '${addDays(today, -400)}' AND '${today}'`],
    ["no card", { card: "none" }, "NOT EXISTS (SELECT FROM card c WHERE c.permit_id = permit.id AND c.validity = 'active')"],
    [
      "soon over",
      { expiringIn: "60" },
      `permit_state(status, valid_from, valid_to, '${today}') = 'in_force' AND valid_to <= '${addDays(today, 60)}'`,
    ],
    ...(["not_yet", "in_force", "expired", "cancelled", "superseded", "void"] as const).map(
      (state): [string, InputOf<typeof countPermits>, string] => [
        state,
        { state },
        `permit_state(status, valid_from, valid_to, '${today}') = '${state}'`,
      ],
    ),
  ];
  test.each(filters)("finds by %s what the register holds, and counts it exactly", async (_name, filter, condition) => {
    const rows = await ownerSql<{ id: string }>(`SELECT id FROM permit WHERE province_id = ${aksaray} AND ${condition} ORDER BY id`);
    expect((await everyPage(officer, filter)).map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id));
    expect((await officer.call(countPermits, filter)).total).toBe(rows.length);
  });

  test("another province is neither listed nor counted, whatever the filter says", async () => {
    const [foreign] = await ownerSql<{ id: string; employer: string }>(
      `SELECT id, employer_id AS employer FROM permit WHERE province_id = ${konya} LIMIT 1`,
    );
    for (const filter of [{ province: "42" }, { employer: foreign?.employer }, { samePersonAs: foreign?.id }]) {
      expect((await officer.call(listPermits, filter)).permits).toEqual([]);
      expect((await officer.call(countPermits, filter)).total).toBe(0);
    }
    expect((await ministry.call(countPermits, { province: "42" })).total).toBe(7);
    expect((await ministry.call(countPermits, { samePersonAs: foreign?.id })).total).toBe(1);
    expect((await everyPage(ministry, { province: "42,68" })).length).toBe(137);
  });

  test("a page that no list gave is refused by name", async () => {
    for (const after of [
      "x",
      "-_x",
      `2026-01-01T00:00:00+23:00_${randomUUID()}`,
      `${today}_${randomUUID()}`,
      `0000-01-01T00:00:00Z_${randomUUID()}`,
    ]) {
      await expect(officer.call(listPermits, { after })).rejects.toMatchObject({ code: "bad_input" });
    }
  });
});

describe("saved views", () => {
  const view = { screen: "permits", name: "Suriyeliler", query: "nationality=SYR&sort=end", visibility: "private" } as const;

  test("a private view is its owner's alone", async () => {
    const saved = await officer.call(saveView, view);
    expect((await officer.call(listViews, { screen: "permits" })).views).toContainEqual(saved);
    expect((await chief.call(listViews, { screen: "permits" })).views).not.toContainEqual(expect.objectContaining({ id: saved.id }));
    await expect(chief.call(removeView, { viewId: saved.id })).rejects.toMatchObject({ code: "not_found" });
    const amended = await officer.call(amendView, { ...view, viewId: saved.id, version: saved.version, name: "Suriye" });
    expect(amended).toMatchObject({ name: "Suriye", version: 2 });
    await expect(officer.call(amendView, { ...view, viewId: saved.id, version: 1 })).rejects.toMatchObject({ code: "stale_version" });
    await officer.call(removeView, { viewId: saved.id });
  });

  test("an officer may not decide what the office sees; the chief's default replaces the one before", async () => {
    await expect(officer.call(saveView, { ...view, visibility: "shared" })).rejects.toMatchObject({ code: "forbidden" });
    const first = await chief.call(saveView, { ...view, visibility: "province_default" });
    const second = await chief.call(saveView, { ...view, name: "Biten", visibility: "province_default" });
    const { views, mayShare } = await officer.call(listViews, { screen: "permits" });
    expect(mayShare).toBe(false);
    expect(views[0]).toMatchObject({ id: second.id, visibility: "province_default", mayAmend: false });
    expect(views).toContainEqual(expect.objectContaining({ id: first.id, visibility: "shared" }));
    expect((await ministry.call(listViews, { screen: "permits" })).views).toEqual([]);
    await expect(officer.call(removeView, { viewId: second.id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(ministry.call(removeView, { viewId: second.id })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what has changed since a view was opened", () => {
  const view = { screen: "permits", name: "Gürcüler", query: "nationality=GEO", visibility: "shared" } as const;
  const changeOne = (province: number) =>
    ownerSql(
      `UPDATE permit SET updated_at = now() WHERE id = (SELECT id FROM permit WHERE province_id = $1 AND nationality = 'GEO' ORDER BY id LIMIT 1)`,
      [province],
    );

  test("is counted from each person's own last visit, within their rows and the view's filter", async () => {
    const { id: viewId, seenAt } = await chief.call(saveView, view);
    const seen = async (bff: Bff) => (await bff.call(listViews, { screen: "permits" })).views.find(({ id }) => id === viewId)?.seenAt;
    expect(await seen(chief)).toBe(seenAt);
    expect(await seen(officer)).toBeNull();
    expect(await officer.call(visitView, { viewId })).toEqual({ seenBefore: null });
    const since = (await seen(officer)) ?? "";
    const changed = (bff: Bff, nationality: string) => bff.call(countChangedPermits, { nationality, changedSince: since });
    expect(await changed(officer, "GEO")).toEqual({ changed: 0, isAtLeast: false });
    await changeOne(aksaray);
    await changeOne(konya);
    expect(await changed(officer, "GEO")).toEqual({ changed: 1, isAtLeast: false });
    expect(await changed(officer, "UZB")).toEqual({ changed: 0, isAtLeast: false });
    expect(await changed(ministry, "GEO")).toEqual({ changed: 2, isAtLeast: false });
    const { permits } = await officer.call(listPermits, { nationality: "GEO", changedSince: since });
    expect(permits).toHaveLength(1);
    expect((await ministry.call(countPermits, { nationality: "GEO", changedSince: since })).total).toBe(2);
    expect(await officer.call(visitView, { viewId })).toEqual({ seenBefore: since });
    expect(await chief.call(visitView, { viewId })).toEqual({ seenBefore: seenAt });
    await expect(ministry.call(visitView, { viewId })).rejects.toMatchObject({ code: "not_found" });
    await chief.call(removeView, { viewId });
  });

  test("is looked for in 5,000 changed records and no further", async () => {
    await ownerSql("SET session_replication_role = replica");
    await ownerSql(
      `INSERT INTO permit (province_id, number, kind, given_names, surname, sex, nationality, person_key, valid_from, valid_to, registered_at, updated_at)
       SELECT 42, (9500000 + n)::text, 'fixed_term', 'Ad', 'Soyad', 'male', 'KAZ', gen_random_uuid(), '2026-01-01', '2026-12-31', '2026-01-01', now()
       FROM generate_series(1, 5200) n`,
    );
    await ownerSql("SET session_replication_role = origin");
    const counted = await ministry.call(countChangedPermits, { nationality: "KAZ", changedSince: "2020-01-01T00:00:00Z" });
    expect(counted.isAtLeast).toBe(true);
    expect(counted.changed).toBeGreaterThan(4_000);
    await ownerSql("SET session_replication_role = replica");
    await ownerSql("DELETE FROM permit WHERE nationality = 'KAZ'");
    await ownerSql("SET session_replication_role = origin");
  });

  test.each(["x", "0000-01-01T00:00:00Z", "2026-13-01T00:00:00Z"])("a moment that is none is refused: %s", async (changedSince) => {
    await expect(officer.call(countChangedPermits, { changedSince })).rejects.toMatchObject({ code: "bad_input" });
  });
});

describe("a frozen selection", () => {
  const filter = { nationality: ["SYR"], state: ["in_force"] } satisfies PermitFilter;
  const act = { annotation: "Saha denetiminde görüldü", reason: "Denetim planı" };

  test("is annotated whole: one event a permit, one in the trail, once", async () => {
    const frozen = await officer.call(freezePermitSelection, { filter });
    expect(frozen.count).toBe((await officer.call(countPermits, { nationality: "SYR", state: "in_force" })).total);
    const done = await officer.call(annotatePermits, { selectionId: frozen.id, ...act });
    expect(done.count).toBe(frozen.count);
    const rows = await ownerSql<{ annotations: string[]; version: number; change: object; event: number }>(
      `SELECT p.annotations, p.version, e.change, e.version AS event FROM permit p JOIN permit_event e ON e.permit_id = p.id WHERE e.reason = $1`,
      [act.reason],
    );
    expect(rows).toHaveLength(frozen.count);
    for (const row of rows) expect(row).toMatchObject({ version: 2, event: 2, change: { annotations: row.annotations } });
    const trail = await ownerSql(`SELECT payload FROM audit_event WHERE action = 'permit.annotated'`);
    expect(trail).toEqual([{ payload: { count: frozen.count, digest: frozen.digest, reason: act.reason } }]);
    await expect(officer.call(annotatePermits, { selectionId: frozen.id, ...act })).rejects.toMatchObject({ code: "state_forbids" });
    expect((await officer.call(readPermitSelection, { selectionId: frozen.id })).usedAt).toBe(done.usedAt);
  });

  test("stops with the difference when one permit came, one went and one changed", async () => {
    const wanted = { nationality: ["GEO"], state: ["in_force"] } satisfies PermitFilter;
    const frozen = await officer.call(freezePermitSelection, { filter: wanted });
    const [one, two] = (await everyPage(officer, { nationality: "GEO", state: "in_force" })).map(({ id }) => id);
    const [other] = await ownerSql<{ id: string }>(
      `UPDATE permit SET nationality = 'GEO' WHERE id = (SELECT id FROM permit WHERE province_id = ${aksaray} AND nationality = 'UZB'
         AND permit_state(status, valid_from, valid_to, $1::date) = 'in_force' LIMIT 1) RETURNING id`,
      [today],
    );
    await ownerSql(`UPDATE permit SET nationality = 'UZB' WHERE id = $1`, [one]);
    await ownerSql(`UPDATE permit SET version = version + 1 WHERE id = $1`, [two]);
    await expect(officer.call(annotatePermits, { selectionId: frozen.id, ...act })).rejects.toMatchObject({
      code: "selection_changed",
      details: { difference: { added: 1, removed: 1, changed: 1 } },
    });
    expect(other?.id).toBeDefined();
    expect(await ownerSql(`SELECT 1 FROM permit WHERE nationality = 'GEO' AND cardinality(annotations) > 0`)).toEqual([]);
  });

  test("of ticked permits takes only the actor's own province, and belongs to its maker", async () => {
    const rows = await ownerSql<{ id: string }>(`SELECT id FROM permit WHERE province_id = ${konya} ORDER BY id LIMIT 3`);
    const permitIds = rows.map(({ id }) => id);
    await expect(officer.call(freezePermitSelection, { filter: {}, permitIds })).rejects.toMatchObject({ code: "not_found" });
    const frozen = await ministry.call(freezePermitSelection, { filter: {}, permitIds });
    expect(frozen.count).toBe(3);
    for (const stranger of [officer, chief]) {
      await expect(stranger.call(readPermitSelection, { selectionId: frozen.id })).rejects.toMatchObject({ code: "not_found" });
      await expect(stranger.call(annotatePermits, { selectionId: frozen.id, ...act })).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

test.each(["province", "employer", "nationality"] as const)("the radar by %s adds up to the list's counts", async (by) => {
  for (const bff of [officer, ministry]) {
    const { totals, rows } = await bff.call(readExpiryRadar, { by });
    const within = async (days: number) => (await bff.call(countPermits, { expiringIn: String(days) })).total;
    expect(totals).toMatchObject({ upTo30: await within(30), inExtensionWindow: await within(60), total: await within(90) });
    expect(rows.reduce((sum, row) => sum + row.total, 0)).toBe(totals.total);
    for (const row of rows) {
      const filter = { expiringIn: "90", [by]: row.key ?? "" };
      expect((await bff.call(countPermits, filter)).total, `${by} ${row.key}`).toBe(row.total);
      if (by === "employer") expect(row.label).toMatch(/^İşletme/);
    }
  }
});
