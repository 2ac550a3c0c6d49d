// Vekâlet and yetki devri: a director says who signs in his stead, from a day to a day, and takes it back (m.17, A35).
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { AppError } from "../../platform/errors.ts";
import type { OutputOf, ParsedInputOf } from "../../platform/http/endpoint.ts";
import { compareTr, localDateOf } from "../../platform/locale/tr.ts";
import type * as contract from "../authorities-contract.ts";
import { type Actor, can, needsSecondFactor, type Role, roleMay } from "../policy.ts";
import { authorityOn, authorityState } from "../signing-authority.ts";
import {
  type Candidate,
  insertAuthority,
  listAuthorities,
  listCandidates,
  lockAuthority,
  type StoredAuthority,
  saveEnd,
} from "./authority-repository.ts";
import { confirmIdentity } from "./step-up.ts";

type Row = contract.AuthorityRow;

/** Nobody plans a proxy for longer: a new one is given. */
const longestDays = 366;
const DAY = 86_400_000;

export async function listSigningAuthorities(ctx: Context<Actor>): Promise<OutputOf<typeof contract.listSigningAuthorities>> {
  const { unitId } = ctx.actor;
  if (!unitId) return { authorities: [], candidates: [], office: null };
  const stored = await listAuthorities(ctx.db, unitId);
  const office = can(ctx.actor, "signing_authority:give") ? officeOf(ctx, unitId, stored) : null;
  const candidates = office === null ? [] : (await listCandidates(ctx.db, unitId)).filter((person) => mayBeGiven(ctx.actor, person));
  return {
    authorities: stored.map((row) => present(ctx, row)),
    candidates: candidates
      .map(({ id, name, title, role, totpAt }) => ({ id, name, title, hasSecondFactor: hasFactor({ role, totpAt }) }))
      .toSorted((a, b) => compareTr(a.name, b.name)),
    office,
  };
}

export async function giveSigningAuthority(ctx: Context<Actor>, input: ParsedInputOf<typeof contract.giveSigningAuthority>): Promise<Row> {
  const { actor, db, now } = ctx;
  const { stepUp, ...wanted } = input;
  const unitId = actor.unitId ?? "";
  const stored = await listAuthorities(db, unitId);
  const office = officeOf(ctx, unitId, stored);
  if (office === null) throw new AppError("forbidden", { message: "Bugün kendi yetkinizle imza atmıyorsunuz; yetki veremezsiniz." });
  const person = await chosenPerson(ctx, unitId, wanted.userId);
  refuseDays(wanted, localDateOf(now));
  refuseOverlap(wanted, stored);
  await confirmIdentity(ctx, stepUp);
  const given = { givenById: actor.id, givenByName: actor.name, givenAt: now };
  const row = await insertAuthority(db, {
    ...wanted,
    ...given,
    provinceId: actor.provinceId,
    unitId,
    title: person.title,
    onBehalfOf: office,
  });
  const { userId, kind, validFrom, validTo } = wanted;
  await record(ctx, {
    action: "signing_authority.given",
    subjectKind: "signing_authority",
    subjectId: row.id,
    payload: { userId, kind, validFrom, validTo, ground: wanted.ground },
  });
  return present(ctx, row);
}

export async function endSigningAuthority(ctx: Context<Actor>, input: { authorityId: string }): Promise<Row> {
  const row = await lockAuthority(ctx.db, input.authorityId);
  if (!row || row.unitId !== ctx.actor.unitId) throw new AppError("not_found");
  if (!present(ctx, row).allowedActions.includes("end")) {
    throw new AppError("state_forbids", { message: "Yalnız verilmiş ve süresi dolmamış bir yetki geri alınır." });
  }
  const end = { endedAt: ctx.now, endedByName: ctx.actor.name };
  await saveEnd(ctx.db, row.id, end);
  await record(ctx, {
    action: "signing_authority.ended",
    subjectKind: "signing_authority",
    subjectId: row.id,
    payload: { userId: row.userId },
  });
  return present(ctx, { ...row, ...end });
}

/** The office the actor holds in own right today: only that can be signed for in their stead. */
function officeOf({ actor, now }: Context<Actor>, unitId: string, stored: readonly StoredAuthority[]): string | null {
  const held = authorityOn(stored.filter(({ endedAt }) => endedAt === null).map(asGiven), {
    userId: actor.id ?? "",
    unitId,
    date: localDateOf(now),
  });
  return held?.kind === "own" ? held.title : null;
}

const mayBeGiven = (actor: Actor, { id, role }: Candidate): boolean => id !== actor.id && roleMay(role as Role, "circular:sign");

const hasFactor = ({ role, totpAt }: Pick<Candidate, "role" | "totpAt">): boolean => totpAt !== null || needsSecondFactor(role as Role);

async function chosenPerson(ctx: Context<Actor>, unitId: string, userId: string): Promise<Candidate> {
  const person = (await listCandidates(ctx.db, unitId)).find(({ id }) => id === userId);
  if (!person || !mayBeGiven(ctx.actor, person)) throw refused("userId", "Birimde imza atabilecek böyle bir kişi yok.");
  if (!hasFactor(person)) throw refused("userId", "Bu kişinin ikinci doğrulaması yok; önce Hesabım sayfasında kurmalı.");
  return person;
}

function refuseDays({ validFrom, validTo }: { validFrom: string; validTo: string }, today: string): void {
  if (validFrom < today) throw refused("validFrom", "Yetki bugünden önce başlayamaz.");
  if (validTo < validFrom) throw refused("validTo", "Bitiş günü başlangıçtan önce olamaz.");
  if (Date.parse(validTo) - Date.parse(validFrom) > longestDays * DAY) throw refused("validTo", "Yetki en çok bir yıl için verilir.");
}

function refuseOverlap(
  wanted: { userId: string; kind: string; validFrom: string; validTo: string },
  stored: readonly StoredAuthority[],
): void {
  const clash = stored.some((row) => {
    const { validFrom, validTo } = asGiven(row);
    const isSame = row.endedAt === null && row.userId === wanted.userId && row.kind === wanted.kind;
    return isSame && validFrom <= wanted.validTo && (validTo === null || wanted.validFrom <= validTo);
  });
  if (clash) throw refused("validFrom", "Bu kişinin bu günleri kapsayan aynı türden bir yetkisi var; önce onu geri alın.");
}

const refused = (path: string, message: string): AppError => new AppError("bad_input", { invalidParams: [{ path, message }] });

const asGiven = (row: StoredAuthority) => ({
  userId: row.userId,
  unitId: row.unitId,
  kind: row.kind as contract.AuthorityRow["kind"],
  title: row.title,
  onBehalfOf: row.onBehalfOf,
  validFrom: localDate(row.validFrom),
  validTo: row.validTo && localDate(row.validTo),
});

function present({ actor, now }: Context<Actor>, row: StoredAuthority): Row {
  const { userId, unitId: _unitId, ...given } = asGiven(row);
  const state = authorityState({ ...given, isEnded: row.endedAt !== null }, localDateOf(now));
  const isOpen = state === "upcoming" || state === "in_force";
  return {
    ...given,
    id: row.id,
    person: { id: userId, name: row.user.name, title: row.user.title },
    state,
    ground: row.ground,
    givenByName: row.givenByName,
    givenAt: row.givenAt?.toISOString() ?? null,
    endedByName: row.endedByName,
    endedAt: row.endedAt?.toISOString() ?? null,
    allowedActions: isOpen && row.givenAt !== null && can(actor, "signing_authority:give") ? ["end"] : [],
  };
}
