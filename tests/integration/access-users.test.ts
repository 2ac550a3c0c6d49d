// Who may enter: access is given by two people and taken away by one (quality.md, Security 3; E4).
import { beforeAll, describe, expect, test } from "vitest";
import { readMe } from "../../lib/access/contract.ts";
import { listProposals } from "../../lib/access/proposals-contract.ts";
import { findSession } from "../../lib/access/server/sessions.ts";
import { signIn } from "../../lib/access/server/sign-in.ts";
import { amendUnit, registerUnit } from "../../lib/access/units-contract.ts";
import {
  amendUser,
  createUser,
  decideUserChange,
  disableUser,
  enableUser,
  endUserSessions,
  listUsers,
  readUser,
  resetUser,
  withdrawUserChange,
} from "../../lib/access/users-contract.ts";
import { aProposedUser, approve, aUser, newPassword, setUp, stepUp, theKeepers, unitOf } from "../support/accounts.ts";
import { type Bff, bffOf } from "../support/bff.ts";
import { sessionFor } from "../support/call-route.ts";
import { ownerSql } from "../support/database.ts";

let first: Bff;
let second: Bff;

beforeAll(async () => {
  ({ first, second } = await theKeepers());
});

const attempt = (username: string, password = newPassword) =>
  signIn({ now: new Date(), requestId: "test" }, { username, password, network: crypto.randomUUID(), agent: "test" });

const eventsAbout = (id: string) =>
  ownerSql<{ action: string; actor_name: string }>("SELECT action, actor_name FROM audit_event WHERE subject_id = $1 ORDER BY id", [id]);

async function waitingAbout(keeper: Bff, userId: string) {
  const { proposals } = await keeper.call(listProposals, {});
  const found = proposals.find(({ subjectId, state }) => subjectId === userId && state === "proposed");
  if (!found) throw new Error("nothing waits");
  return found;
}

describe("a new account", () => {
  test("is there only once a second person has approved it, and enters by what its owner alone has chosen", async () => {
    const proposed = await aProposedUser(first, { role: "provincial_director", provinceId: 68 });
    expect(proposed).toMatchObject({ state: "proposed", allowedActions: [], waiting: { proposedByName: "Çağrı Demir" } });
    expect(await ownerSql("SELECT FROM user_account WHERE id = $1", [proposed.id])).toEqual([]);

    const link = await approve(second, proposed.id);
    expect(link?.url).toMatch(/\/set-up#[\w-]{43}$/);
    expect(await second.call(readUser, { userId: proposed.id })).toMatchObject({ state: "set_up_due", hasSecondFactor: false });
    expect(await attempt(proposed.username)).toMatchObject({ kind: "refused", code: "sign_in_refused" });

    const { recoveryCodes } = await setUp(link);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await attempt(proposed.username)).toMatchObject({ kind: "opened" });
    expect(await second.call(readUser, { userId: proposed.id })).toMatchObject({ state: "active", hasSecondFactor: true, openSessions: 1 });
    expect((await eventsAbout(proposed.id)).map(({ action }) => action)).toEqual(
      ["user.created", "user.set_up", "session.refused", "session.opened"].toSorted((a, b) => order(a) - order(b)),
    );
  });

  const order = (action: string) => ["user.created", "session.refused", "user.set_up", "session.opened"].indexOf(action);

  test("is approved by nobody who proposed it", async () => {
    const proposed = await aProposedUser(first, { role: "provincial_officer", provinceId: 68 });
    const { id: proposalId, version, allowedDecisions } = await waitingAbout(first, proposed.id);
    expect(allowedDecisions).toEqual(["withdraw"]);
    await expect(first.call(decideUserChange, { proposalId, version, decision: "approve", stepUp })).rejects.toMatchObject({
      code: "state_forbids",
    });
    expect(await first.call(withdrawUserChange, { proposalId, version, stepUp })).toMatchObject({ state: "withdrawn", setUpLink: null });
    await expect(first.call(readUser, { userId: proposed.id })).rejects.toMatchObject({ code: "not_found" });
  });

  test("needs a proof of who proposes it, a free name, and a unit that fits the role", async () => {
    const wanted = {
      username: "ayrik@deneme.test",
      name: "Derya Sönmez",
      title: "Uzman",
      phone: "",
      reason: "Görevlendirme",
      role: "auditor",
    } as const;
    const [ministry, aksaray] = [await unitOf(first, null), await unitOf(first, 68)];
    await expect(first.call(createUser, { ...wanted, unitId: ministry, stepUp: { password: "yanlis" } })).rejects.toMatchObject({
      code: "code_refused",
    });
    await expect(first.call(createUser, { ...wanted, unitId: aksaray, stepUp })).rejects.toMatchObject({
      code: "bad_input",
      details: { invalidParams: [{ path: "unitId" }] },
    });
    await expect(first.call(createUser, { ...wanted, role: "provincial_chief", unitId: ministry, stepUp })).rejects.toMatchObject({
      code: "bad_input",
    });
    await expect(first.call(createUser, { ...wanted, username: "memur@aksaray.test", unitId: ministry, stepUp })).rejects.toMatchObject({
      code: "duplicate",
    });
    await expect(first.call(createUser, { ...wanted, username: "İsim Soyad", unitId: ministry, stepUp })).rejects.toMatchObject({
      code: "bad_input",
    });
  });

  test("is not made once more by an approval that is repeated, and the link is not kept for one", async () => {
    const proposed = await aProposedUser(first, { role: "provincial_officer", provinceId: 68 });
    const { id: proposalId, version } = await waitingAbout(second, proposed.id);
    const decision = { proposalId, version, decision: "approve" as const, stepUp };
    const { setUpLink } = await second.call(decideUserChange, decision, { idempotencyKey: "ayni-anahtar" });
    await expect(second.call(decideUserChange, decision, { idempotencyKey: "ayni-anahtar" })).rejects.toMatchObject({
      code: "stale_version",
    });
    const token = setUpLink?.url.split("#")[1] ?? "-";
    const [kept] = await ownerSql<{ n: number }>("SELECT count(*)::int AS n FROM idempotency_key WHERE response::text LIKE $1", [
      `%${token}%`,
    ]);
    expect(kept?.n).toBe(0);
  });
});

describe("another role", () => {
  test("ends the person's sessions, and one with a second step needs it to be set up first", async () => {
    const user = await aUser({ first, second }, { role: "provincial_officer", provinceId: 68 });
    const session = await sessionFor(user.username);
    expect(await findSession(session.sessionId, new Date())).not.toBeNull();
    const before = await first.call(readUser, { userId: user.id });
    const change = {
      userId: user.id,
      version: before.version,
      name: before.name,
      title: "İl Müdürü",
      phone: "",
      role: "provincial_director" as const,
    };
    await first.call(amendUser, { ...change, unitId: before.unitId, reason: "Atama kararı", stepUp });
    expect((await waitingAbout(second, user.id)).summary).toContain("rol Memur → İl Müdürü");
    expect((await second.call(readUser, { userId: user.id })).allowedActions).toEqual(["disable", "end_sessions"]);

    const link = await approve(second, user.id);
    expect(await findSession(session.sessionId, new Date())).toBeNull();
    expect(await second.call(readUser, { userId: user.id })).toMatchObject({ role: "provincial_director", state: "set_up_due" });
    await setUp(link, "yeni görev yeni söz");
    expect(await second.call(readUser, { userId: user.id })).toMatchObject({ state: "active", hasSecondFactor: true });
  });

  test("that asks for nothing more is entered again with the password there was", async () => {
    const user = await aUser({ first, second }, { role: "provincial_officer", provinceId: 68 });
    const become = async (role: "provincial_director" | "provincial_chief") => {
      const { version, unitId, name, title } = await first.call(readUser, { userId: user.id });
      await first.call(amendUser, { userId: user.id, version, name, title, phone: "", role, unitId, reason: "Atama kararı", stepUp });
      return await approve(second, user.id);
    };
    expect(await become("provincial_director")).not.toBeNull();
    expect(await become("provincial_chief")).toBeNull();
    expect(await second.call(readUser, { userId: user.id })).toMatchObject({ state: "active", role: "provincial_chief" });
    expect(await attempt(user.username)).toMatchObject({ kind: "opened" });
  });

  test("is not given where the account has changed since it was proposed", async () => {
    const user = await aUser({ first, second }, { role: "provincial_officer", provinceId: 68 });
    const { version, unitId, name, title } = await first.call(readUser, { userId: user.id });
    await first.call(amendUser, {
      userId: user.id,
      version,
      name,
      title,
      phone: "",
      role: "provincial_chief",
      unitId,
      reason: "Atama",
      stepUp,
    });
    await second.call(disableUser, { userId: user.id, version, reason: "Görevden ayrıldı", stepUp });
    await expect(approve(second, user.id)).rejects.toMatchObject({ code: "conflict" });
    expect(await second.call(readUser, { userId: user.id })).toMatchObject({ role: "provincial_officer", state: "disabled" });
  });
});

describe("access taken away", () => {
  test("is one person's act and holds at once; given back it takes two", async () => {
    const user = await aUser({ first, second }, { role: "provincial_officer", provinceId: 68 });
    const session = await sessionFor(user.username);
    const bff = await bffOf(user.username);
    expect(await bff.call(readMe, {})).toMatchObject({ role: "provincial_officer" });
    const { version } = await first.call(readUser, { userId: user.id });
    const closed = await first.call(disableUser, { userId: user.id, version, reason: "Görevden ayrıldı", stepUp });
    expect(closed).toMatchObject({ state: "disabled", openSessions: 0, allowedActions: ["enable"] });
    expect(await findSession(session.sessionId, new Date())).toBeNull();
    await expect(bff.call(readMe, {})).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await attempt(user.username)).toMatchObject({ code: "sign_in_refused" });

    await first.call(enableUser, { userId: user.id, version: closed.version, reason: "Geri döndü", stepUp });
    expect(await attempt(user.username)).toMatchObject({ code: "sign_in_refused" });
    expect(await approve(second, user.id)).toBeNull();
    expect(await attempt(user.username)).toMatchObject({ kind: "opened" });
  });

  test("ends sessions and lets the person in again", async () => {
    const user = await aUser({ first, second }, { role: "provincial_officer", provinceId: 68 });
    const session = await sessionFor(user.username);
    const after = await first.call(endUserSessions, { userId: user.id, reason: "Bilgisayarı açık kalmış", stepUp });
    expect(after).toMatchObject({ state: "active", openSessions: 0, sessions: [] });
    expect(await findSession(session.sessionId, new Date())).toBeNull();
    expect(await attempt(user.username)).toMatchObject({ kind: "opened" });
  });

  test("does not reach one of the last two administrators, nor oneself", async () => {
    const { users } = await first.call(listUsers, { role: "system_admin" });
    const other = users.find(({ username }) => username.startsWith("sistem2"));
    const self = users.find(({ username }) => username.startsWith("sistem1"));
    const { version } = await first.call(readUser, { userId: other?.id ?? "" });
    await expect(first.call(disableUser, { userId: other?.id ?? "", version, reason: "Deneme amaçlı", stepUp })).rejects.toMatchObject({
      code: "state_forbids",
    });
    expect((await first.call(readUser, { userId: self?.id ?? "" })).allowedActions).toEqual([]);
    await expect(first.call(endUserSessions, { userId: self?.id ?? "", reason: "Deneme amaçlı", stepUp })).rejects.toMatchObject({
      code: "state_forbids",
    });
  });

  test("a reset voids password, second factor and recovery codes at once", async () => {
    const user = await aUser({ first, second }, { role: "auditor", provinceId: null });
    const { version } = await first.call(readUser, { userId: user.id });
    await first.call(resetUser, { userId: user.id, version, reason: "Telefon kayıp", stepUp });
    expect(await attempt(user.username)).toMatchObject({ kind: "opened" });
    const link = await approve(second, user.id);
    expect(await attempt(user.username)).toMatchObject({ code: "sign_in_refused" });
    const [left] = await ownerSql<{ n: number }>("SELECT count(*)::int AS n FROM recovery_code WHERE user_id = $1", [user.id]);
    expect(left?.n).toBe(0);
    expect(await second.call(readUser, { userId: user.id })).toMatchObject({ state: "set_up_due", hasSecondFactor: false });
    await setUp(link, "ikinci telefon geldi");
    expect(await attempt(user.username, "ikinci telefon geldi")).toMatchObject({ kind: "opened" });
  });
});

test("nobody decides about their own account, also where another has proposed it", async () => {
  const third = await aUser({ first, second }, { role: "system_admin", provinceId: null });
  await ownerSql(
    "UPDATE user_account SET password_hash = (SELECT password_hash FROM user_account WHERE username = 'sistem1@bakanlik.test') WHERE id = $1",
    [third.id],
  );
  const own = await bffOf(third.username);
  const { version } = await first.call(readUser, { userId: third.id });
  await first.call(resetUser, { userId: third.id, version, reason: "Telefon değişti", stepUp });
  const waiting = await waitingAbout(own, third.id);
  expect(waiting.allowedDecisions).toEqual([]);
  const decision = { proposalId: waiting.id, version: waiting.version, decision: "approve" as const, stepUp };
  await expect(own.call(decideUserChange, decision)).rejects.toMatchObject({ code: "state_forbids" });
});

test("users are found by name, role, place and state, with who is signed in now", async () => {
  const all = await first.call(listUsers, {});
  expect(all.total).toBeGreaterThanOrEqual(11);
  expect((await first.call(listUsers, { q: "aydin nurcan" })).users.map(({ username }) => username)).toEqual(["denetci@bakanlik.test"]);
  const aksaray = await first.call(listUsers, { province: 68 });
  expect(aksaray.users.every(({ provinceId }) => provinceId === 68)).toBe(true);
  expect((await first.call(listUsers, { province: 0, role: "stock_custodian" })).total).toBe(2);
  expect((await first.call(listUsers, { q: "Çağrı" })).users[0]).toMatchObject({ state: "active", hasSecondFactor: true, openSessions: 1 });
});

test("whoever keeps the accounts sees no proposal about anything else, and nobody else sees theirs", async () => {
  await ownerSql(
    `INSERT INTO proposal (province_id, kind, subject_id, payload, payload_digest, reason, proposed_by_id, proposed_by_name, proposed_at, expires_at)
     SELECT 68, 'permit_transfer', gen_random_uuid(), '{"summary": "68’in nakli"}', '\\x00', 'Deneme', id, name, now(), now() + interval '7 days' FROM user_account LIMIT 1`,
  );
  const proposed = await aProposedUser(first, { role: "provincial_officer", provinceId: 68 });
  const kinds = (await second.call(listProposals, {})).proposals.map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(["user_change"]));
  for (const username of ["sef@aksaray.test", "uzman@bakanlik.test", "denetci@bakanlik.test"]) {
    const { proposals } = await (await bffOf(username)).call(listProposals, {});
    expect(proposals.filter(({ subjectId }) => subjectId === proposed.id)).toEqual([]);
  }
});

describe("a unit", () => {
  const facts = {
    name: "Konya Çalışma ve İş Kurumu İl Müdürlüğü",
    heading: ["T.C.", "KONYA VALİLİĞİ", "Çalışma ve İş Kurumu İl Müdürlüğü"],
    detsisNumber: "99000042",
    fileCode: "903.07",
    superiorTitle: "Vali",
    ...{ address: "", phone: "", fax: "", email: "", website: "", kepAddress: "konyaiskur@hs01.kep.test" },
  };

  test("is added for a province, whose people then see that province alone", async () => {
    const unit = await first.call(registerUnit, { provinceId: 42, ...facts });
    await expect(first.call(registerUnit, { provinceId: 42, ...facts })).rejects.toMatchObject({ code: "duplicate" });
    const user = await aUser({ first, second }, { role: "provincial_officer", provinceId: 42 });
    expect(await (await bffOf(user.username)).call(readMe, {})).toMatchObject({ provinceId: 42, unitId: unit.id, unitName: facts.name });
  });

  test("keeps its province, and outside production its address ends in .test", async () => {
    const unit = await first.call(registerUnit, { provinceId: 6, ...facts, name: "Ankara İl Müdürlüğü", detsisNumber: "99000006" });
    const { id: unitId, version } = unit;
    const change = { unitId, version, ...facts, name: "Ankara Müdürlüğü", detsisNumber: "99000006" };
    await expect(first.call(amendUnit, { ...change, kepAddress: "ankara@hs01.kep.tr" })).rejects.toMatchObject({ code: "bad_input" });
    expect(await first.call(amendUnit, change)).toMatchObject({ provinceId: 6, name: "Ankara Müdürlüğü", version: 2 });
    await expect(first.call(amendUnit, change)).rejects.toMatchObject({ code: "stale_version" });
  });
});
