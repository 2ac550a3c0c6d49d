// An installation that is no demo begins without accounts: one set-up link each for its first two administrators
// (architecture.md, "Modes"). Who they are, they say themselves when they use it.
import { randomUUID } from "node:crypto";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { type Db, withScope } from "../../platform/db/transaction.ts";
import { type Actor, accountKeeper, systemActor } from "../policy.ts";
import { leastKeepers } from "../user.ts";
import type { SetUpLink } from "../users-contract.ts";
import { issueSetUpLink } from "./set-up-links.ts";
import { findLiveLink, wasIssuedToNobody } from "./set-up-repository.ts";
import { insertUnit, listStoredUnits } from "./unit-repository.ts";
import { insertUser, listStoredUsers, lockAccounts, type StoredUser } from "./user-repository.ts";

/** Links that are to be handed out now: none once two administrators have been, and none while those given out still open. */
export async function firstKeepersLinks(now: Date): Promise<SetUpLink[]> {
  return await withScope({ kind: "accounts" }, async (db) => {
    await lockAccounts(db);
    const users = await listStoredUsers(db);
    const ctx: Context<Actor> = { actor: systemActor(null), db, now, requestId: randomUUID() };
    if (users.length === 0) return await begin(ctx);
    const isReady = ({ role, needsSetUp, disabledAt }: StoredUser) => role === accountKeeper && !needsSetUp && !disabledAt;
    if (users.filter(isReady).length >= leastKeepers) return [];
    const links: SetUpLink[] = [];
    for (const user of users)
      if (await mayHaveAnother(db, user, now)) links.push(await issueSetUpLink(db, user, { now, asksIdentity: true }));
    return links;
  });
}

async function mayHaveAnother(db: Db, { id, role, needsSetUp, disabledAt }: StoredUser, now: Date): Promise<boolean> {
  if (role !== accountKeeper || !needsSetUp || disabledAt) return false;
  return (await wasIssuedToNobody(db, id)) && (await findLiveLink(db, id, now)) === null;
}

async function begin(ctx: Context<Actor>): Promise<SetUpLink[]> {
  const ministry = (await listStoredUnits(ctx.db)).find(({ provinceId }) => provinceId === null);
  const unitId = ministry?.id ?? (await insertUnit(ctx.db, ministryUnit)).id;
  const links: SetUpLink[] = [];
  for (const number of [1, 2]) {
    const id = randomUUID();
    const person = { username: `sistem-yoneticisi-${number}`, name: `${number}. sistem yöneticisi`, title: "Sistem Yöneticisi", phone: "" };
    await insertUser(ctx.db, { id, ...person, role: accountKeeper, unitId, provinceId: null });
    const payload = { proposalId: null, role: accountKeeper };
    await record(ctx, { action: "user.created", subjectKind: "user", subjectId: id, provinceId: null, payload });
    links.push(await issueSetUpLink(ctx.db, { id, ...person }, { now: ctx.now, asksIdentity: true }));
  }
  return links;
}

/** The unit every account of the Ministry belongs to; what letters say of it is completed on the page Birimler. */
const ministryUnit = {
  provinceId: null,
  name: "Uluslararası İşgücü Genel Müdürlüğü",
  heading: ["T.C.", "ÇALIŞMA VE SOSYAL GÜVENLİK BAKANLIĞI", "Uluslararası İşgücü Genel Müdürlüğü"],
  detsisNumber: "",
  fileCode: "903.07",
  superiorTitle: "Bakan",
  address: "",
  phone: "",
  fax: "",
  email: "",
  website: "",
  kepAddress: "",
};
