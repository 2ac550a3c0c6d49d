// A demo of the bench's own: embedded PostgreSQL with its usual durability, and one signed circular for many institutions.
import { randomBytes } from "node:crypto";
import type pg from "pg";
import type { Actor } from "../lib/access/policy.ts";
import type { CircularRecord } from "../lib/circulars/contract.ts";
import { startDb } from "../scripts/embedded-db.mjs";
import { appUrl, provision, withClient } from "../scripts/provision.mjs";
import { closeTestData, openTestData } from "../scripts/test-data.mjs";
import { testEnvironment } from "../tests/support/environment.ts";

type Row = Record<string, unknown>;

export type Bench = { sql<T = Row>(text: string, params?: unknown[]): Promise<T[]>; close(): Promise<void> };

/** Sets this process's environment; the application is imported only after it. */
export async function openBench(smtpPort: number): Promise<Bench> {
  const directory = await openTestData("bench");
  const server = await startDb({ dataDir: directory, port: 0 });
  const ownerUrl = server.url("izin_bench");
  const appPassword = randomBytes(18).toString("base64url");
  const own = { KEP_SMTP_URL: `smtp://127.0.0.1:${smtpPort}`, LOG_LEVEL: "error", EVIDENCE_SMTP_PORT: "" };
  // Without a port of its own for evidence: an instance of this directory may be running and hold it.
  const env = { ...testEnvironment({ directory, name: "bench" }), ...own };
  await provision({ ownerUrl, appPassword, mode: "demo", seed: true, env });
  Object.assign(process.env, env, { DATABASE_URL: appUrl(ownerUrl, "izin_app", appPassword), MIGRATION_DATABASE_URL: ownerUrl });
  return { sql: asker(ownerUrl), close: () => closeTestData(directory) };
}

/** The running instance of this directory instead, with all that it holds; its own worker does the work. */
export function openHere(): Bench {
  const ownerUrl = process.env.MIGRATION_DATABASE_URL;
  if (!ownerUrl) throw new Error("MIGRATION_DATABASE_URL is missing: run this by npm, beside a running instance");
  return { sql: asker(ownerUrl), close: async () => {} };
}

const asker = (ownerUrl: string): Bench["sql"] =>
  (<T>(text: string, params: unknown[] = []) =>
    withClient(ownerUrl, async (client: pg.Client) => (await client.query(text, params)).rows as T[])) as Bench["sql"];

/** The demo's letter to its 24 institutions, signed through the real operations; then the list is made as long as asked. */
export async function aSignedCircular(bench: Bench, recipientCount: number): Promise<CircularRecord> {
  const run = await actAs(bench);
  const { draftCircular } = await import("../lib/circulars/server/draft-circular.ts");
  const { amendCircular } = await import("../lib/circulars/server/amend-circular.ts");
  const { submitCircular } = await import("../lib/circulars/server/submit-circular.ts");
  const { initialCircular } = await import("../lib/circulars/server/initial-circular.ts");
  const { prepareCircular } = await import("../lib/circulars/server/prepare-circular.ts");
  const { signCircular } = await import("../lib/circulars/server/sign-circular.ts");
  const members = await bench.sql<{ id: string }>("SELECT institution_id AS id FROM distribution_list_member ORDER BY position");
  const draft = await run("provincial_officer", draftCircular, {});
  const content = {
    ...draft.content,
    subject: "Çalışma İzni Belgeleri",
    body: Array.from({ length: 12 }, (_, index) => ({
      kind: "paragraph" as const,
      text: `${index + 1}. Belge örnekleri ekte sunulmuştur.`,
    })),
    closing: "Bilgilerini ve gereğini rica ederim.",
    recipients: members.map(({ id }) => ({ institutionId: id, role: "action" as const })),
  };
  const handle = (record: CircularRecord) => ({ circularId: record.id, version: record.version });
  const amended = await run("provincial_officer", amendCircular, { ...handle(draft), content });
  const submitted = await run("provincial_officer", submitCircular, handle(amended));
  const initialled = await run("provincial_chief", initialCircular, { ...handle(submitted), contentDigest: submitted.contentDigest ?? "" });
  const prepared = await run("provincial_director", prepareCircular, handle(initialled));
  const documentDigest = prepared.document?.documentDigest ?? "";
  const signed = await run("provincial_director", signCircular, { ...handle(prepared), documentDigest });
  await widen(bench, signed.id, members.length, recipientCount);
  return signed;
}

/** The dispatch itself, as the officer's button does it. */
export async function dispatch(bench: Bench, { id, version }: CircularRecord, recipientCount: number): Promise<void> {
  const run = await actAs(bench);
  const { dispatchCircular } = await import("../lib/circulars/server/dispatch-circular.ts");
  await run("provincial_officer", dispatchCircular, { circularId: id, version, recipientCount, duplicateReason: "Deneme gönderimi" });
}

/** Runs operations as the first demo account of a role. */
export async function actAs(bench: Bench) {
  const { scopeOf } = await import("../lib/access/policy.ts");
  const { withScope } = await import("../lib/platform/db/transaction.ts");
  type Operation<Input, Output> = (
    ctx: { actor: Actor; db: Parameters<Parameters<typeof withScope>[1]>[0]; now: Date; requestId: string },
    input: Input,
  ) => Promise<Output>;
  return async <Input, Output>(role: Actor["role"], operation: Operation<Input, Output>, input: Input): Promise<Output> => {
    const [person] = await bench.sql<{ id: string; name: string; unitId: string; provinceId: number }>(
      `SELECT id, name, unit_id AS "unitId", province_id AS "provinceId" FROM user_account WHERE role = $1 ORDER BY username LIMIT 1`,
      [role],
    );
    if (!person) throw new Error(`the demo has no ${role}`);
    const actor: Actor = { kind: "user", role, ...person };
    return withScope(scopeOf(actor), (db) => operation({ actor, db, now: new Date(), requestId: "bench" }, input), { timeoutMs: 60_000 });
  };
}

async function widen(bench: Bench, circularId: string, from: number, to: number): Promise<void> {
  await bench.sql(
    `WITH made AS (
       INSERT INTO institution (province_id, name, kind, district, relation, dative, genitive, phone, is_demo)
       SELECT 68, 'Kurum ' || n, 'other', 'Merkez', 'peer', 'Kurum ' || n || '''e', 'Kurum ' || n || '''in', '', true
       FROM generate_series($2::int + 1, $3::int) n RETURNING id, name, dative)
     INSERT INTO circular_recipient (province_id, circular_id, institution_id, position, name, dative, role, channels)
     SELECT 68, $1::uuid, id, substring(name FROM '\\d+')::int, name, dative, 'action',
       jsonb_build_array(jsonb_build_object('kind', 'kep', 'address', 'kurum' || substring(name FROM '\\d+') || '@hs01.kep.test'))
     FROM made`,
    [circularId, from, to],
  );
  await bench.sql("ANALYZE");
}
