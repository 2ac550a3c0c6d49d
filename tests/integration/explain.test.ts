// No list, search, board, sweep or look-up reads a big table from end to end (architecture.md, "Scope twice").
import { beforeAll, describe, expect, test } from "vitest";
import { type Permission, permissions, type Role, roleMay } from "../../lib/access/policy.ts";
import { matchStoredEvidence } from "../../lib/circulars/server/match-evidence.ts";
import * as sweeps from "../../lib/circulars/server/sweeps.ts";
import { pathParameters } from "../../lib/platform/http/endpoint.ts";
import { sessionFor } from "../support/call-route.ts";
import { ownerSql } from "../support/database.ts";
import { type Door, everyDoor, sentOf } from "../support/raw-call.ts";
import { aksarayIds, bigTables, commonWord, fillToScale, searchedTables } from "../support/scale.ts";
import { inputSchema, sampleOf } from "../support/schema-sample.ts";
import { accountOf } from "../support/session.ts";
import { type Statement, scannedTables, statementsOf, usedIndexes } from "../support/statements.ts";

/** What must read all, because all is the answer. */
const wholeTables = [
  {
    endpoint: "countCirculars",
    role: "izin_country",
    table: "circular",
    reason: "an exact count of the country, asked for after the page",
  },
  { endpoint: "countPermits", role: "izin_country", table: "permit", reason: "an exact count of the country, asked for after the page" },
  {
    endpoint: "countInstitutions",
    role: "izin_country",
    table: "institution",
    reason: "an exact count of the country, asked for after the page",
  },
  ...["institution", "address_record", "circular", "circular_recipient", "delivery"].map((table) => ({
    endpoint: "readReach",
    role: "izin_country",
    table,
    reason: "the country's directory and a year's recipients, counted by province",
  })),
  { endpoint: "countCirculars", role: "izin_country", table: "circular_recipient", reason: "completed circulars of the country, counted" },
];

/** Statistics count whole tables: all is their answer, and their copy gives it (decision 030). What they cost stands in bench/statistics. */
const doors = (await everyDoor()).filter(({ endpoint }) => !endpoint.path.startsWith("/api/statistics"));
const ids: Record<string, string> = {
  circularId: aksarayIds.circular,
  institutionId: aksarayIds.institution,
  letterId: aksarayIds.letter,
  recipientId: aksarayIds.recipient,
  recipientIds: aksarayIds.recipient,
  evidenceId: aksarayIds.evidence,
  taskId: aksarayIds.task,
  permitId: aksarayIds.permit,
  permitIds: aksarayIds.permit,
  samePersonAs: aksarayIds.permit,
  employer: aksarayIds.employer,
  templateId: aksarayIds.template,
};
const cookies = new Map<Role, string>();

beforeAll(async () => {
  await fillToScale();
  for (const role of ["provincial_officer", "provincial_chief", "provincial_director", "ministry_officer", "auditor"] as const) {
    const { name, value } = await sessionFor(accountOf(role));
    cookies.set(role, `${name}=${value}`);
  }
}, 480_000);

/** The country's directory as a file is all of it, and writing that twice proves nothing more than writing a province's. */
const wholeFiles = ["exportInstitutions"];

/** Those who may, and whose plans differ: in a province, in the country. */
function askersOf({ endpoint: { name, permission } }: Door): Role[] {
  if (!(permissions as string[]).includes(permission)) return ["provincial_officer"];
  const may = [...cookies.keys()].filter((role) => roleMay(role, permission as Permission));
  const inProvince = may.find((role) => role.startsWith("provincial"));
  const inCountry = wholeFiles.includes(name) ? undefined : may.find((role) => !role.startsWith("provincial"));
  return [inProvince, inCountry].filter((role) => role !== undefined);
}

/** With everything given, with each optional filter alone, and with none. */
function inputsOf({ endpoint }: Door): Record<string, unknown>[] {
  const sample = sampleOf(inputSchema(endpoint), (name) => ids[name] ?? "00000000-0000-7000-8000-000000000000") as Record<string, unknown>;
  if (typeof sample.after === "string") sample.after = "2026-06-01T00:00:00.000Z_00000000-0000-7000-8000-000000000000";
  if (typeof sample.changedSince === "string") sample.changedSince = "2026-10-31T00:00:00.000Z";
  if (typeof sample.before === "string") sample.before = "150000";
  if (endpoint.method !== "GET") return [sample];
  const fixed = [...pathParameters(endpoint.path), ...(inputSchema(endpoint).required ?? [])];
  const given = (names: string[]) => Object.fromEntries(Object.entries(sample).filter(([name]) => [...fixed, ...names].includes(name)));
  const optional = Object.keys(sample).filter((name) => !fixed.includes(name));
  return [sample, given([]), ...optional.map((name) => given([name])), ...optional.map((name) => given([name, "after", "before"]))];
}

async function scansOf(
  statements: Statement[],
  isMeant: (role: string, table: string) => boolean,
  watched: string[] = bigTables,
): Promise<string[]> {
  const distinct = new Map(
    statements.filter(({ text }) => /^\s*\(?(SELECT|UPDATE|DELETE|INSERT|WITH)/i.test(text)).map((one) => [`${one.role} ${one.text}`, one]),
  );
  const found: string[] = [];
  for (const statement of distinct.values()) {
    const tables = (await scannedTables(statement)).filter((table) => watched.includes(table) && !isMeant(statement.role, table));
    if (tables.length > 0)
      found.push(`${statement.role} scans ${tables.join(", ")}: ${statement.text.replace(/\s+/g, " ").slice(0, 1_500)}`);
  }
  return found;
}

describe("at 100,000 rows a table", () => {
  test("the tables are that big", async () => {
    for (const table of bigTables) {
      const [row] = await ownerSql<{ n: number }>(`SELECT reltuples::int AS n FROM pg_class WHERE relname = $1`, [table]);
      expect(row?.n, table).toBeGreaterThan(75_000);
    }
  });

  test.each(doors.map((door) => [door.endpoint.name, door] as const))("%s finds its rows by an index", async (name, door) => {
    const statements = await statementsOf(async () => {
      for (const role of askersOf(door)) {
        const cookie = [cookies.get(role), door.endpoint.cookie && `${door.endpoint.cookie.name}=${"x".repeat(43)}`]
          .filter(Boolean)
          .join("; ");
        for (const input of inputsOf(door)) await door.knock(sentOf(door.endpoint, input, { cookie }));
      }
    });
    const isMeant = (role: string, table: string) =>
      wholeTables.some((one) => one.endpoint === name && one.role === role && one.table === table);
    expect(await scansOf(statements, isMeant)).toEqual([]);
  });

  const questions = [
    ["the beginning of a number", "12345", [/^permit_(number_key|province_id_number_idx)$/, /^permit_application_number_key$/]],
    ["a passport", "TST1234567", [/^permit_identity_passport_index_idx$/, /^permit_application_number_key$/]],
    ["a foreigner id", "00000012346", [/^permit_identity_foreigner_id_index_idx$/]],
    ["a mistyped name", "", [/^name_token_trigram$/, /^holder_token_pkey$/]],
  ] as const;

  test.each(questions)("%s is searched by its own indexes, in a province and in the country", async (_what, typed, indexes) => {
    const [token] = await ownerSql<{ folded: string }>("SELECT folded FROM name_token WHERE id = $1", [commonWord]);
    // One letter of a word that many bear is another.
    const mistyped = `${token?.folded.slice(0, 4)}k${token?.folded.slice(5)}`;
    const door = doors.find(({ endpoint }) => endpoint.name === "searchPermits");
    if (!door || !token) throw new Error("the search has an address");
    for (const cookie of [cookies.get("provincial_officer"), cookies.get("ministry_officer")]) {
      const statements = await statementsOf(() => door.knock(sentOf(door.endpoint, { q: typed || mistyped }, { cookie: cookie ?? "" })));
      expect(await scansOf(statements, () => false, [...bigTables, ...searchedTables])).toEqual([]);
      const used = new Set<string>();
      for (const statement of statements.filter(({ text }) => /^\s*(SELECT|WITH|\()/i.test(text))) {
        for (const index of await usedIndexes(statement)) used.add(index);
      }
      for (const index of indexes) expect([...used], String(index)).toContainEqual(expect.stringMatching(index));
    }
  });

  test.each(Object.entries(sweeps))("the sweep %s finds its rows by an index", async (_name, sweep) => {
    expect(await scansOf(await statementsOf(() => sweep(new Date())), () => false)).toEqual([]);
  });

  test("evidence finds its delivery by an index", async () => {
    const [row] = await ownerSql<{ id: string }>(
      `INSERT INTO evidence (source, status, received_at, media_type, raw, sha256) VALUES ('mail', 'received', now(), 'application/xml', '<a/>', '\\x00') RETURNING id`,
    );
    const statements = await statementsOf(() => matchStoredEvidence(row?.id ?? "", new Date()));
    expect(statements.length).toBeGreaterThan(3);
    expect(await scansOf(statements, () => false)).toEqual([]);
  });

  test("the functions for those without a session find their row by an index", async () => {
    const functions = await ownerSql<{ name: string; body: string; names: string[]; types: string[] }>(
      `SELECT p.proname AS name, p.prosrc AS body, p.proargnames[1:p.pronargs] AS names,
              array(SELECT format_type(t, NULL) FROM unnest(p.proargtypes) t) AS types
       FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang WHERE l.lanname = 'sql' AND p.proowner = 'izin_public'::regrole AND p.pronargs > 0`,
    );
    expect(functions.length).toBeGreaterThan(5);
    for (const { name, body, names, types } of functions) {
      const text = names.reduce(
        (sql, argument, index) => sql.replace(new RegExp(`\\b${argument}\\b`, "g"), `CAST(NULL AS ${types[index]})`),
        body,
      );
      const known = text.replaceAll("CAST(NULL AS text)", "'<5@izin-masasi>'").replaceAll("CAST(NULL AS bytea)", "'\\x01'::bytea");
      const literal = known.replaceAll("CAST(NULL AS uuid)", `'${aksarayIds.circular}'::uuid`);
      expect(await scansOf([{ text: literal, values: [], role: "izin_public", province: null }], () => false), name).toEqual([]);
    }
  });
});
