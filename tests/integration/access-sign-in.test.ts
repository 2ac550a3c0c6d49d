import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { type Actor, isProvincial, needsSecondFactor, type Role, scopeOf } from "../../lib/access/policy.ts";
import { hashPassword } from "../../lib/access/server/passwords.ts";
import { findSession, type OpenSession, revokeSession } from "../../lib/access/server/sessions.ts";
import { type SignInOutcome, signIn } from "../../lib/access/server/sign-in.ts";
import { codeOfStep, sealTotpSecret, stepOf } from "../../lib/access/server/totp.ts";
import { verifySecondFactor } from "../../lib/access/server/verify-second-factor.ts";
import type { Context } from "../../lib/platform/context.ts";
import { withScope } from "../../lib/platform/db/transaction.ts";
import { ownerSql } from "../support/database.ts";

const password = "uzun-bir-parola-1";
const secret = "ROFFOYWC3P7PJK6QP7G4AEPQELODIKVQ";
const start = new Date("2026-11-23T06:00:00Z");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
let passwordHash: string;
let unitId: string;

beforeAll(async () => {
  passwordHash = await hashPassword(password);
  unitId = randomUUID();
  await ownerSql(
    `INSERT INTO unit (id, province_id, name, heading, detsis_number, file_code, superior_title, address, phone, fax, email, website, kep_address)
     VALUES ($1, 68, 'Deneme birimi', '{}', $2, '', '', '', '', '', '', '', '')`,
    [unitId, String(99_000_000 + Math.floor(Math.random() * 900_000))],
  );
});

async function aUser({
  role = "provincial_officer",
  isEnrolled = needsSecondFactor(role),
}: {
  role?: Role;
  isEnrolled?: boolean;
} = {}): Promise<{ id: string; username: string }> {
  const id = randomUUID();
  const username = `${id}@aksaray.test`;
  const sealed = sealTotpSecret(Buffer.from(process.env.DATA_KEY ?? "", "base64"), id, secret);
  await ownerSql(
    `INSERT INTO user_account (id, province_id, unit_id, username, name, title, role, password_hash, totp_secret)
     VALUES ($1, $7, $2, $3, 'Deneme Kişisi', 'Memur', $4, $5, $6)`,
    [id, unitId, username, role, passwordHash, isEnrolled ? Buffer.from(sealed) : null, isProvincial(role) ? 68 : null],
  );
  return { id, username };
}

function attempt(username: string, given: string, now: Date, network = randomUUID()): Promise<SignInOutcome> {
  return signIn({ now, requestId: "test" }, { username, password: given, network, agent: "test" });
}

async function opened(username: string, now: Date): Promise<string> {
  const outcome = await attempt(username, password, now);
  if (outcome.kind !== "opened") throw new Error(outcome.code);
  return outcome.sessionId;
}

async function inSession<T>(sessionId: string, now: Date, work: (ctx: Context<Actor>, session: OpenSession) => Promise<T>): Promise<T> {
  const session = await findSession(sessionId, now);
  if (!session) throw new Error("no session");
  const { actor } = session;
  return await withScope(scopeOf(actor), (db) => work({ actor, db, now, requestId: "test", sessionId }, session));
}

const showCode = (sessionId: string, code: string, now: Date) => inSession(sessionId, now, (ctx) => verifySecondFactor(ctx, { code }));

const eventsOf = (userId: string) =>
  ownerSql<{ action: string; reason: string | null }>(
    "SELECT action, payload->>'reason' AS reason FROM audit_event WHERE subject_id = $1 ORDER BY id",
    [userId],
  );

test("the right password opens a session of its user and is written to the trail", async () => {
  const user = await aUser();
  const sessionId = await opened(` ${user.username.toUpperCase()} `, start);
  const session = await findSession(sessionId, start);
  expect(session?.actor).toMatchObject({ kind: "user", id: user.id, role: "provincial_officer", provinceId: 68, unitId });
  expect(session).toMatchObject({ secondFactor: "not_needed", endsAt: later(36_000), idleEndsAt: later(1_800) });
  expect(await eventsOf(user.id)).toEqual([{ action: "session.opened", reason: null }]);
});

test("five wrong passwords close the account's door for five minutes, to the right one too", async () => {
  const user = await aUser();
  for (let second = 0; second < 5; second += 1) {
    expect(await attempt(user.username, "yanlis", later(second))).toMatchObject({ code: "sign_in_refused" });
  }
  expect(await attempt(user.username, password, later(10))).toEqual({ kind: "refused", code: "locked_out", retryAfter: 294 });
  expect(await attempt(user.username, password, later(303))).toMatchObject({ code: "locked_out" });
  expect(await attempt(user.username, password, later(305))).toMatchObject({ kind: "opened" });
  const reasons = (await eventsOf(user.id)).map(({ reason }) => reason);
  expect(reasons).toEqual([...Array(5).fill("password"), "locked", "locked", null]);
});

test("guesses made at the same moment are counted one by one", async () => {
  const user = await aUser();
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => attempt(user.username, "yanlis", start)));
  const codes = outcomes.map((outcome) => (outcome.kind === "refused" ? outcome.code : outcome.kind));
  expect(codes.filter((code) => code === "sign_in_refused")).toHaveLength(5);
  expect(codes.filter((code) => code === "locked_out")).toHaveLength(7);
});

test("a name that does not exist is refused and locked exactly like one that does", async () => {
  const known = await aUser();
  for (let second = 0; second < 7; second += 1) {
    const ofKnown = await attempt(known.username, "yanlis", later(second));
    const ofUnknown = await attempt("kimse@yok.test", "yanlis", later(second));
    expect(ofUnknown).toEqual(ofKnown);
  }
  const [trace] = await ownerSql<{ count: number }>(
    "SELECT count(*)::int AS count FROM audit_event WHERE payload::text LIKE '%kimse@yok%'",
  );
  expect(trace?.count).toBe(0);
});

test("a closed account is refused like a wrong password and its sessions end", async () => {
  const user = await aUser();
  const sessionId = await opened(user.username, start);
  await ownerSql("UPDATE user_account SET disabled_at = now() WHERE id = $1", [user.id]);
  expect(await attempt(user.username, password, later(5))).toMatchObject({ code: "sign_in_refused" });
  expect(await findSession(sessionId, later(5))).toBeNull();
});

test("one network address cannot try without end", async () => {
  const network = randomUUID();
  const tries = await Promise.all(Array.from({ length: 61 }, (_, index) => attempt(`kimse${index}@yok.test`, "yanlis", start, network)));
  expect(tries.filter((outcome) => outcome.kind === "refused" && outcome.code === "rate_limited")).toHaveLength(1);
});

test("a director's session is half open until the one-time code", async () => {
  const user = await aUser({ role: "provincial_director" });
  const sessionId = await opened(user.username, start);
  expect((await findSession(sessionId, start))?.secondFactor).toBe("pending");
  await expect(showCode(sessionId, "000000", start)).rejects.toMatchObject({ code: "code_refused" });
  await showCode(sessionId, await codeOfStep(secret, stepOf(start)), start);
  expect((await findSession(sessionId, start))?.secondFactor).toBe("done");
  const actions = (await eventsOf(user.id)).map(({ action }) => action);
  expect(actions).toEqual(["session.opened", "session.refused", "session.second_factor_accepted"]);
});

test("whoever has enrolled a second factor is asked for it, also where the role demands none", async () => {
  const user = await aUser({ isEnrolled: true });
  const sessionId = await opened(user.username, start);
  expect((await findSession(sessionId, start))?.secondFactor).toBe("pending");
  await showCode(sessionId, await codeOfStep(secret, stepOf(start)), start);
  expect((await findSession(sessionId, start))?.secondFactor).toBe("done");
});

test("a role that demands a second factor does not enter without one, and is told what to ask for", async () => {
  const user = await aUser({ role: "provincial_director", isEnrolled: false });
  const sessionId = await opened(user.username, start);
  await expect(showCode(sessionId, "000000", start)).rejects.toMatchObject({
    code: "state_forbids",
    details: { message: expect.stringContaining("kurulum bağlantısı") },
  });
});

test("a one-time code counts once, also in another session of the same user", async () => {
  const user = await aUser({ role: "provincial_director" });
  const code = await codeOfStep(secret, stepOf(start));
  await showCode(await opened(user.username, start), code, start);
  const second = await opened(user.username, start);
  await expect(showCode(second, code, later(1))).rejects.toMatchObject({ code: "code_refused" });
  await expect(showCode(second, await codeOfStep(secret, stepOf(start) - 1), later(2))).rejects.toMatchObject({ code: "code_refused" });
  await showCode(second, await codeOfStep(secret, stepOf(start) + 1), later(3));
});

test("five wrong codes close the door, and a new session gives no further guesses", async () => {
  const user = await aUser({ role: "auditor" });
  const first = await opened(user.username, start);
  for (let second = 0; second < 5; second += 1) {
    await expect(showCode(first, "000000", later(second))).rejects.toMatchObject({ code: "code_refused" });
  }
  const again = await opened(user.username, later(6));
  const right = await codeOfStep(secret, stepOf(later(6)));
  await expect(showCode(again, right, later(6))).rejects.toMatchObject({ code: "locked_out" });
  const afterwards = later(310);
  await showCode(again, await codeOfStep(secret, stepOf(afterwards)), afterwards);
});

test("a revoked session ends at once here and within two seconds elsewhere", async () => {
  const user = await aUser();
  const here = await opened(user.username, start);
  await inSession(here, start, (ctx) => revokeSession(ctx, here, "signed_out"));
  expect(await findSession(here, start)).toBeNull();
  expect((await eventsOf(user.id)).at(-1)).toEqual({ action: "session.closed", reason: "signed_out" });

  const elsewhere = await opened(user.username, start);
  expect(await findSession(elsewhere, start)).not.toBeNull();
  await ownerSql("UPDATE session SET revoked_at = now() WHERE id = $1", [elsewhere]);
  expect(await findSession(elsewhere, later(2))).toBeNull();
});

test("work keeps a session awake; a page that refreshes itself does not", async () => {
  const user = await aUser();
  const sessionId = await opened(user.username, start);
  await findSession(sessionId, later(1_200), { passive: true });
  expect(await findSession(sessionId, later(1_801))).toBeNull();
  const busy = await opened(user.username, start);
  await findSession(busy, later(1_200));
  expect((await findSession(busy, later(2_900)))?.idleEndsAt).toEqual(later(2_900 + 1_800));
});

test("a session with a made-up number does not exist", async () => {
  expect(await findSession(randomUUID(), start)).toBeNull();
});
