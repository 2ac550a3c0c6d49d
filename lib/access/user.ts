// Kullanıcı hesabı: who may enter, as what, and for which office. Whatever gives or widens access is an act of two people
// (quality.md, Security 3); whatever only takes it away is one person's, because it must be quick.
import { z } from "zod";
import { Id, line, Version } from "../platform/http/fields.ts";
import { isProvincial, type Role, roles } from "./policy.ts";

/** `proposed` has no account yet; `set_up_due` waits for its owner to use the set-up link. */
export const UserState = z.enum(["proposed", "set_up_due", "active", "disabled"]);
export type UserState = z.infer<typeof UserState>;

export const UserAction = z.enum(["amend", "enable", "reset", "disable", "end_sessions"]);
export type UserAction = z.infer<typeof UserAction>;

/** A name to sign in with: how people spell it must not matter, so it has no capitals and no Turkish letters. */
export const Username = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9._@-]{2,99}$/, "Küçük harf, rakam, nokta, tire, alt çizgi ve @ kullanın; en az 3 karakter.");

const personFields = { name: line(120, 3), title: line(120, 2), phone: line(40, 0), role: z.enum(roles), unitId: Id };

/** What two people agree on; fixed by digest in the proposal. */
export const UserChange = z.discriminatedUnion("act", [
  z.object({ act: z.literal("create"), username: Username, ...personFields }),
  z.object({ act: z.literal("amend"), version: Version, ...personFields }),
  z.object({ act: z.literal("enable"), version: Version }),
  z.object({ act: z.literal("reset"), version: Version }),
]);
export type UserChange = z.infer<typeof UserChange>;

const actionsByState = {
  proposed: [],
  set_up_due: ["amend", "reset", "disable"],
  active: ["amend", "reset", "disable", "end_sessions"],
  disabled: ["enable"],
} as const satisfies Record<UserState, readonly UserAction[]>;

const ofTwo: readonly UserAction[] = ["amend", "enable", "reset"];

type Standing = { state: UserState; isOwn: boolean; hasWaitingProposal: boolean };

/** Nobody acts on their own account here, and while one proposal waits there is no second. */
export function userActions({ state, isOwn, hasWaitingProposal }: Standing): UserAction[] {
  if (isOwn) return [];
  return actionsByState[state].filter((action) => !(hasWaitingProposal && ofTwo.includes(action)));
}

type Account = { disabledAt: Date | null; needsSetUp: boolean };

export function stateOfUser({ disabledAt, needsSetUp }: Account): UserState {
  if (disabledAt) return "disabled";
  return needsSetUp ? "set_up_due" : "active";
}

/** Provincial people belong to a directorate, all others to a unit of the Ministry. */
export function unitProblem(role: Role, unit: { provinceId: number | null }): string | null {
  if (isProvincial(role) && unit.provinceId === null) return "Bu rol bir il müdürlüğü ister.";
  if (!isProvincial(role) && unit.provinceId !== null) return "Bu rol Bakanlık birimi ister.";
  return null;
}

/** Two keepers of accounts must stay: with fewer, no act of two people can be done any more. */
export const leastKeepers = 2;
