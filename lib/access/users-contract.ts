import { z } from "zod";
import { Id, Instant, line, text, Version } from "../platform/http/fields.ts";
import { endpoint, roles } from "./policy.ts";
import { DecisionFields, StepUp } from "./proposals-contract.ts";
import { UserAction, Username, UserState } from "./user.ts";

export const UserRow = z.object({
  id: Id,
  username: z.string(),
  name: z.string(),
  title: z.string(),
  role: z.enum(roles),
  provinceId: z.int().nullable(),
  unitName: z.string(),
  state: UserState,
  hasSecondFactor: z.boolean(),
  openSessions: z.int(),
  lastSeenAt: Instant.nullable(),
});
export type UserRow = z.infer<typeof UserRow>;

export const OpenSessionRow = z.object({ openedAt: Instant, seenAt: Instant, agent: z.string(), isThis: z.boolean() });
export type OpenSessionRow = z.infer<typeof OpenSessionRow>;

export const UserRecord = UserRow.extend({
  phone: z.string(),
  unitId: Id,
  /** Zero while the account is only proposed. */
  version: z.int(),
  sessions: z.array(OpenSessionRow),
  /** Until when the link that was given out opens, and null where there is none. */
  setUpExpiresAt: Instant.nullable(),
  waiting: z.object({ proposalId: Id, summary: z.string(), proposedByName: z.string(), expiresAt: Instant }).nullable(),
  allowedActions: z.array(UserAction),
});
export type UserRecord = z.infer<typeof UserRecord>;

export const UserFilter = z.object({
  q: z.string().max(100).optional(),
  role: z.enum(roles).optional(),
  /** A plate number; 0 is the Ministry. */
  province: z.coerce.number().int().min(0).max(81).optional(),
  state: UserState.exclude(["proposed"]).optional(),
});
export type UserFilter = z.infer<typeof UserFilter>;

/** Accounts in Turkish name order, the first 100 of those that fit. */
export const listUsers = endpoint({
  name: "listUsers",
  method: "GET",
  path: "/api/access/users",
  permission: "user:read",
  input: UserFilter,
  output: z.object({ users: z.array(UserRow), total: z.int() }),
});

/** Also one that is only proposed. */
export const readUser = endpoint({
  name: "readUser",
  method: "GET",
  path: "/api/access/users/[userId]",
  permission: "user:read",
  input: z.object({ userId: Id }),
  output: UserRecord,
});

const Reason = text(500, 5);
const person = { name: line(120, 3), title: line(120, 2), phone: line(40, 0), role: z.enum(roles), unitId: Id };

/** Proposes an account. Errors: `duplicate` for a taken user name; `bad_input` where role and unit do not belong together. */
export const createUser = endpoint({
  name: "createUser",
  method: "POST",
  path: "/api/access/users",
  permission: "user:create",
  input: z.object({ username: Username, ...person, reason: Reason, stepUp: StepUp }),
  output: UserRecord,
});

/** Proposes another name, role or unit. Once executed it ends the person's sessions where the access changes. */
export const amendUser = endpoint({
  name: "amendUser",
  method: "POST",
  path: "/api/access/users/[userId]/amend",
  permission: "user:amend",
  input: z.object({ userId: Id, version: Version, ...person, reason: Reason, stepUp: StepUp }),
  output: UserRecord,
});

const act = z.object({ userId: Id, version: Version, reason: Reason, stepUp: StepUp });

/** Proposes that a disabled account opens again. */
export const enableUser = endpoint({
  name: "enableUser",
  method: "POST",
  path: "/api/access/users/[userId]/enable",
  permission: "user:enable",
  input: act,
  output: UserRecord,
});

/** Proposes a new set-up link; password, second factor and recovery codes are then void at once. */
export const resetUser = endpoint({
  name: "resetUser",
  method: "POST",
  path: "/api/access/users/[userId]/reset",
  permission: "user:reset",
  input: act,
  output: UserRecord,
});

/** Closes the account and its sessions at once. Errors: `state_forbids` for one of the last two keepers of accounts. */
export const disableUser = endpoint({
  name: "disableUser",
  method: "POST",
  path: "/api/access/users/[userId]/disable",
  permission: "user:disable",
  input: act,
  output: UserRecord,
});

/** The person is signed out everywhere and may sign in again. */
export const endUserSessions = endpoint({
  name: "endUserSessions",
  method: "POST",
  path: "/api/access/users/[userId]/end-sessions",
  permission: "user:end_sessions",
  input: act.omit({ version: true }),
  output: UserRecord,
});

/** Shown once, to the person who decided; it is handed over by a way of one's own. */
export const SetUpLink = z.object({ url: z.url(), username: z.string(), name: z.string(), expiresAt: Instant });
export type SetUpLink = z.infer<typeof SetUpLink>;

export const UserChangeOutcome = z.object({
  proposalId: Id,
  userId: Id,
  state: z.enum(["executed", "refused", "withdrawn"]),
  setUpLink: SetUpLink.nullable(),
});
export type UserChangeOutcome = z.infer<typeof UserChangeOutcome>;

/** The second person decides; approving executes. */
export const decideUserChange = endpoint({
  name: "decideUserChange",
  method: "POST",
  path: "/api/access/user-changes/[proposalId]/decide",
  permission: "user:decide",
  input: DecisionFields,
  output: UserChangeOutcome,
  answersSecret: true,
});

/** Its proposer takes it back. */
export const withdrawUserChange = endpoint({
  name: "withdrawUserChange",
  method: "POST",
  path: "/api/access/user-changes/[proposalId]/withdraw",
  permission: "user:amend",
  input: DecisionFields.omit({ decision: true, note: true }),
  output: UserChangeOutcome,
});
