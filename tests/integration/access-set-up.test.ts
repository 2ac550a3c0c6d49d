// A set-up link, one's own account, and an installation that begins without accounts.
import { spawnSync } from "node:child_process";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import {
  beginSecondFactor,
  changePassword,
  endOtherSessions,
  enrolSecondFactor,
  readAccount,
  renewRecoveryCodes,
} from "../../lib/access/account-contract.ts";
import { verifySecondFactor } from "../../lib/access/contract.ts";
import { firstKeepersLinks } from "../../lib/access/server/first-keepers.ts";
import { findSession } from "../../lib/access/server/sessions.ts";
import { signIn } from "../../lib/access/server/sign-in.ts";
import { codeOfStep, stepOf } from "../../lib/access/server/totp.ts";
import { completeSetUp, openSetUp } from "../../lib/access/set-up-contract.ts";
import { listUsers } from "../../lib/access/users-contract.ts";
import { aProposedUser, approve, aUser, newPassword, setUp, theKeepers, tokenIn } from "../support/accounts.ts";
import { type Bff, bffOf, bffWith } from "../support/bff.ts";
import { sessionFor } from "../support/call-route.ts";
import { createDatabase, ownerSql } from "../support/database.ts";

let first: Bff;
let second: Bff;
const visitor = bffWith();

beforeAll(async () => {
  ({ first, second } = await theKeepers());
});

const codeNow = (secret: string | null, ahead = 0) => codeOfStep(secret ?? "", stepOf(new Date()) + ahead);
const attempt = (username: string, password: string) =>
  signIn({ now: new Date(), requestId: "test" }, { username, password, network: crypto.randomUUID(), agent: "test" });

async function aLink(role: "provincial_officer" | "auditor" = "auditor") {
  const proposed = await aProposedUser(first, { role, provinceId: role === "auditor" ? null : 68 });
  return { link: await approve(second, proposed.id), user: proposed };
}

describe("a set-up link", () => {
  test("shows the same secret however often it is opened, and opens nothing once it is used", async () => {
    const { link, user } = await aLink();
    const token = tokenIn(link);
    const opened = await visitor.call(openSetUp, { token });
    expect(opened).toMatchObject({ username: user.username, name: "Derya Sönmez", role: "auditor", asksIdentity: false });
    expect(opened.secondFactor?.address).toContain(`secret=${opened.secondFactor?.secret}`);
    expect(await visitor.call(openSetUp, { token })).toEqual(opened);
    await setUp(link);
    for (const door of [
      () => visitor.call(openSetUp, { token }),
      () => visitor.call(completeSetUp, { token, newPassword, code: "000000" }),
    ]) {
      await expect(door()).rejects.toMatchObject({ code: "link_expired" });
    }
  });

  test("is answered like one that never was, when it is expired, replaced, or its account closed", async () => {
    const never = await visitor.call(openSetUp, { token: "A".repeat(43) }).catch((error) => error.problem.title);
    const { link, user } = await aLink();
    await ownerSql("UPDATE set_up_link SET expires_at = now() - interval '1 second' WHERE user_id = $1", [user.id]);
    await expect(visitor.call(openSetUp, { token: tokenIn(link) })).rejects.toMatchObject({
      code: "link_expired",
      problem: { title: never },
    });
    const other = await aLink();
    await ownerSql("UPDATE user_account SET disabled_at = now() WHERE id = $1", [other.user.id]);
    await expect(visitor.call(openSetUp, { token: tokenIn(other.link) })).rejects.toMatchObject({
      code: "link_expired",
      problem: { title: never },
    });
  });

  test("takes no weak password and no wrong code, and is not used up by trying", async () => {
    const { link } = await aLink();
    const token = tokenIn(link);
    const code = await codeNow((await visitor.call(openSetUp, { token })).secondFactor?.secret ?? "");
    for (const weak of ["kısa", "parolaparola1234", "deryasonmez2026", "aaaaaaaaaaaaaaaa", "123456789012345"]) {
      await expect(visitor.call(completeSetUp, { token, newPassword: weak, code }), weak).rejects.toMatchObject({
        code: "bad_input",
        details: { invalidParams: [{ path: "newPassword" }] },
      });
    }
    await expect(visitor.call(completeSetUp, { token, newPassword })).rejects.toMatchObject({ code: "code_refused" });
    await setUp(link);
  });

  test("asks no telephone of a role that signs in by password alone", async () => {
    const { link, user } = await aLink("provincial_officer");
    expect(await setUp(link)).toEqual({ secret: null, recoveryCodes: [] });
    expect(await attempt(user.username, newPassword)).toMatchObject({ kind: "opened" });
  });

  test("keeps neither token nor recovery code in the database", async () => {
    const { link } = await aLink();
    const { recoveryCodes } = await setUp(link);
    for (const secret of [tokenIn(link), ...recoveryCodes]) {
      const [found] = await ownerSql<{ n: number }>(
        `SELECT (SELECT count(*) FROM set_up_link l WHERE l::text LIKE $1)::int + (SELECT count(*) FROM recovery_code c WHERE c::text LIKE $1)::int
              + (SELECT count(*) FROM audit_event a WHERE a::text LIKE $1)::int AS n`,
        [`%${secret}%`],
      );
      expect(found?.n).toBe(0);
    }
  });
});

describe("without the telephone", () => {
  test("a recovery code opens the second step once, however it is written", async () => {
    const user = await aUser({ first, second }, { role: "auditor", provinceId: null });
    const code = user.recoveryCodes[3] ?? "";
    const half = async () => {
      const outcome = await attempt(user.username, newPassword);
      if (outcome.kind !== "opened") throw new Error(outcome.code);
      return halfSession(outcome.sessionId);
    };
    const enters = await half();
    expect(await enters.call(verifySecondFactor, { code: code.toLowerCase().replaceAll("-", " ") })).toMatchObject({
      recoveryCodesLeft: 9,
    });
    expect(await enters.call(readAccount, {})).toMatchObject({ secondFactor: { recoveryCodesLeft: 9, isRequired: true } });
    await expect((await half()).call(verifySecondFactor, { code })).rejects.toMatchObject({ code: "code_refused" });
  });
});

async function halfSession(sessionId: string): Promise<Bff> {
  const { encode } = await import("next-auth/jwt");
  const value = await encode({ token: { sid: sessionId }, secret: process.env.SESSION_SECRET ?? "" });
  return bffWith(`izin-session=${value}`);
}

describe("one's own account", () => {
  test("a changed password ends every other session, and the old one opens nothing", async () => {
    const user = await aUser({ first, second }, { role: "provincial_officer", provinceId: 68 });
    const other = await sessionFor(user.username);
    const own = await bffOf(user.username);
    const changed = "sarı defter dört köprü";
    await expect(own.call(changePassword, { password: "yanlis", newPassword: changed })).rejects.toMatchObject({
      code: "code_refused",
      details: { invalidParams: [{ path: "password" }] },
    });
    expect(await own.call(changePassword, { password: newPassword, newPassword: changed })).toMatchObject({ endedSessions: 1 });
    expect(await findSession(other.sessionId, new Date())).toBeNull();
    expect(await own.call(readAccount, {})).toMatchObject({ passwordAt: expect.any(String), sessions: [{ isThis: true }] });
    expect(await attempt(user.username, newPassword)).toMatchObject({ code: "sign_in_refused" });
    expect(await attempt(user.username, changed)).toMatchObject({ kind: "opened" });
  });

  test("a new telephone replaces the old one with its recovery codes", async () => {
    const user = await aUser({ first, second }, { role: "auditor", provinceId: null });
    const own = await bffOf(user.username);
    const { ticket, secret } = await own.call(beginSecondFactor, { stepUp: { password: newPassword } });
    const elsewhere = await bffOf(user.username);
    await expect(elsewhere.call(enrolSecondFactor, { ticket, code: await codeNow(secret) })).rejects.toMatchObject({
      code: "link_expired",
    });
    await expect(own.call(enrolSecondFactor, { ticket, code: "000000" })).rejects.toMatchObject({ code: "code_refused" });
    const { recoveryCodes } = await own.call(enrolSecondFactor, { ticket, code: await codeNow(secret) });
    expect(recoveryCodes.filter((code) => user.recoveryCodes.includes(code))).toEqual([]);
    // The code that proved it is used up, the old telephone's are void, the next of the new one holds.
    const renewed = own.call(renewRecoveryCodes, { stepUp: { code: await codeNow(user.secret, 1) } });
    await expect(renewed).rejects.toMatchObject({ code: "code_refused" });
    expect(await own.call(renewRecoveryCodes, { stepUp: { code: await codeNow(secret, 1) } })).toMatchObject({
      recoveryCodes: { length: 10 },
    });
  });

  test("whoever enrols by choice is asked for the code from then on, and may close the other browsers", async () => {
    const user = await aUser({ first, second }, { role: "provincial_officer", provinceId: 68 });
    const own = await bffOf(user.username);
    await expect(own.call(renewRecoveryCodes, { stepUp: { password: newPassword } })).rejects.toMatchObject({ code: "state_forbids" });
    const { ticket, secret } = await own.call(beginSecondFactor, { stepUp: { password: newPassword } });
    await own.call(enrolSecondFactor, { ticket, code: await codeNow(secret) });
    const later = await attempt(user.username, newPassword);
    expect(later.kind === "opened" && (await findSession(later.sessionId, new Date()))?.secondFactor).toBe("pending");
    expect(await own.call(endOtherSessions, {})).toEqual({ endedSessions: 1 });
  });
});

describe("an installation without accounts", () => {
  test("gives one link each to its first two administrators, who say who they are", async () => {
    await ownerSql("UPDATE user_account SET needs_set_up = true WHERE role = 'system_admin'");
    // Accounts that two people made are not for whoever comes first.
    expect(await firstKeepersLinks(new Date())).toEqual([]);
    await ownerSql("UPDATE user_account SET needs_set_up = false WHERE role = 'system_admin'");
    expect(await firstKeepersLinks(new Date())).toEqual([]);
  });

  test("prints them at its start, each good for one person, and breaks the glass at the console", async () => {
    const { ownerUrl, applicationUrl } = await createDatabase();
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query("TRUNCATE user_account, unit CASCADE; UPDATE installation SET mode = 'production'");
    const env = { ...process.env, DATABASE_URL: applicationUrl, MIGRATION_DATABASE_URL: ownerUrl };
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ["--conditions=react-server", "--disable-warning=ExperimentalWarning", ...args], {
        encoding: "utf8",
        env,
      });
    const script = `const { firstKeepersLinks } = await import("./lib/access/server/first-keepers.ts");
      console.log(JSON.stringify([await firstKeepersLinks(new Date()), await firstKeepersLinks(new Date())])); process.exit(0)`;
    const printed = run("--input-type=module", "-e", script);
    expect(printed.stderr).toBe("");
    const [links, again] = JSON.parse(printed.stdout) as { url: string; username: string }[][];
    expect(links?.map(({ username }) => username)).toEqual(["sistem-yoneticisi-1", "sistem-yoneticisi-2"]);
    expect(again).toEqual([]);
    const { rows } = await owner.query("SELECT role, needs_set_up FROM user_account");
    expect(rows).toEqual(Array(2).fill({ role: "system_admin", needs_set_up: true }));

    const broken = run(
      "scripts/break-glass.ts",
      "--reset",
      "sistem-yoneticisi-2",
      "--operator",
      "Nöbetçi Uzman",
      "--reason",
      "İkinci yönetici ayrıldı",
    );
    expect(broken.stdout).toMatch(/\/set-up#[\w-]{43}/);
    expect(run("scripts/break-glass.ts", "--reset", "sistem-yoneticisi-2", "--operator", "Nöbetçi").status).toBe(2);
    expect(run("scripts/break-glass.ts", "--disable", "kimse", "--operator", "Nöbetçi", "--reason", "Deneme amaçlı").status).toBe(1);
    const trail = await owner.query("SELECT actor_name, payload FROM audit_event WHERE action = 'user.glass_broken'");
    expect(trail.rows).toEqual([
      { actor_name: "Konsol: Nöbetçi Uzman", payload: { act: "reset", operator: "Nöbetçi Uzman", reason: "İkinci yönetici ayrıldı" } },
    ]);
    await owner.end();
  });

  test("the first administrator is who they say, once", async () => {
    const { users } = await first.call(listUsers, { role: "system_admin" });
    const id = users[0]?.id ?? "";
    const token = "F".repeat(43);
    await ownerSql("UPDATE user_account SET needs_set_up = true, totp_secret = NULL WHERE id = $1", [id]);
    await ownerSql(
      `INSERT INTO set_up_link (user_id, token_hash, asks_identity, issued_at, expires_at) VALUES ($1, sha256($2::bytea), true, now(), now() + interval '1 hour')`,
      [id, token],
    );
    const opened = await visitor.call(openSetUp, { token });
    expect(opened.asksIdentity).toBe(true);
    const given = { token, newPassword, code: await codeNow(opened.secondFactor?.secret ?? "") };
    await expect(visitor.call(completeSetUp, given)).rejects.toMatchObject({ code: "bad_input" });
    const identity = { username: "memur@aksaray.test", name: "Bilge Kurt", title: "Sistem Yöneticisi" };
    await expect(visitor.call(completeSetUp, { ...given, identity })).rejects.toMatchObject({ code: "duplicate" });
    await visitor.call(completeSetUp, { ...given, identity: { ...identity, username: "bilge@bakanlik.test" } });
    const [row] = await ownerSql("SELECT username, name, needs_set_up FROM user_account WHERE id = $1", [id]);
    expect(row).toEqual({ username: "bilge@bakanlik.test", name: "Bilge Kurt", needs_set_up: false });
  });
});
