/**
 * Who may do what. The only file that names roles (product.md, "Two groups of users").
 * Coarse: a permission stands on every endpoint. Fine: commands ask again for the row they loaded.
 * Row scope: provincial roles see their province, ministry roles the country, the system administrator no domain rows.
 */
import type { z } from "zod";
import { AppError } from "../platform/errors.ts";
import type { Access, Endpoint } from "../platform/http/endpoint.ts";

export const roles = [
  "provincial_officer",
  "provincial_chief",
  "provincial_director",
  "ministry_officer",
  "ministry_signatory",
  "stock_custodian",
  "ministry_analyst",
  "auditor",
  "system_admin",
] as const;
export type Role = (typeof roles)[number];

/** The slice of the country whose rows a transaction can see. `none` sees no scoped row at all. */
export type Scope = { kind: "province"; provinceId: number } | { kind: "country" } | { kind: "none" };

/** Who acts. `system` is the worker, `link_holder` the holder of a recipient's link, `visitor` nobody known. */
export type Actor = {
  kind: "user" | "system" | "link_holder" | "visitor";
  id: string | null;
  name: string;
  role: Role | "system" | "link_holder" | "visitor";
  unitId: string | null;
  provinceId: number | null;
};

const provincial = ["provincial_officer", "provincial_chief", "provincial_director"] as const;

const rolesByPermission = {
  "today:read": roles,
  "institution:read": [...provincial, "ministry_officer", "ministry_signatory", "auditor"],
  "institution:amend": ["provincial_officer", "provincial_chief"],
  "institution:import": ["provincial_officer", "provincial_chief", "ministry_officer"],
  "institution:export": [...provincial, "ministry_officer"],
  "distribution_list:amend": ["provincial_officer", "provincial_chief"],
  "incoming_letter:read": [...provincial, "auditor"],
  "incoming_letter:register": ["provincial_officer"],
  "circular:read": [...provincial, "ministry_officer", "ministry_signatory", "auditor"],
  "circular:draft": ["provincial_officer", "provincial_chief"],
  "template:amend": ["provincial_officer", "provincial_chief", "ministry_officer"],
  "circular:initial": ["provincial_chief", "provincial_director"],
  "circular:return": ["provincial_chief", "provincial_director"],
  // Who may at all; that it is their turn, and by which authority of the day, the command asks.
  "circular:sign": ["provincial_chief", "provincial_director"],
  "circular:dispatch": ["provincial_officer", "provincial_chief"],
  "circular:withdraw": ["provincial_officer", "provincial_chief", "provincial_director"],
  "circular:remind": ["provincial_officer", "provincial_chief"],
  "recipient:waive": ["provincial_chief", "provincial_director"],
  "delivery:record": ["provincial_officer", "provincial_chief"],
  "evidence:read": [...provincial, "ministry_officer", "ministry_signatory", "auditor"],
  "evidence:upload": ["provincial_officer", "provincial_chief"],
  "task:resolve": ["provincial_officer", "provincial_chief", "ministry_officer"],
  "permit:read": [...provincial, "ministry_officer", "ministry_signatory", "auditor"],
  "permit:register": ["provincial_officer", "provincial_chief", "ministry_officer"],
  "permit:amend": ["provincial_officer", "provincial_chief", "ministry_officer"],
  "permit:extend": ["provincial_officer", "provincial_chief", "ministry_officer"],
  "permit:cancel": ["provincial_chief", "provincial_director", "ministry_officer"],
  "permit:void": ["provincial_chief", "provincial_director", "ministry_officer"],
  "permit:transfer": ["provincial_officer", "provincial_chief", "ministry_officer"],
  "permit:reveal": [...provincial, "ministry_officer"],
  "permit:attach_file": [...provincial, "ministry_officer"],
  "permit:import": ["provincial_officer", "provincial_chief", "ministry_officer"],
  "permit:export": [...provincial, "ministry_officer"],
  "card:read": [...provincial, "ministry_officer", "ministry_signatory", "auditor"],
  "card:request": ["provincial_officer", "provincial_chief", "ministry_officer"],
  "card:report": ["provincial_officer", "provincial_chief", "ministry_officer"],
  "card:deliver": ["provincial_officer", "provincial_chief", "ministry_officer"],
  "card_exception:resolve": ["provincial_officer", "provincial_chief", "ministry_officer"],
  "production:read": ["ministry_officer", "stock_custodian", "auditor"],
  "production:manage": ["ministry_officer", "stock_custodian"],
  "carrier:record": ["ministry_officer", "stock_custodian"],
  "ledger:read": ["ministry_officer", "ministry_signatory", "stock_custodian", "auditor"],
  "ledger:move": ["stock_custodian"],
  "ledger:decide": ["stock_custodian", "ministry_officer", "ministry_signatory"],
  "ledger:count": ["stock_custodian", "ministry_officer"],
  "stock_case:resolve": ["ministry_officer", "ministry_signatory"],
  "transition:read": [...provincial, "ministry_officer", "ministry_signatory", "stock_custodian", "ministry_analyst", "auditor"],
  "transition:forecast": ["ministry_officer", "ministry_analyst"],
  "view:keep": [...provincial, "ministry_officer", "ministry_signatory", "ministry_analyst", "auditor"],
  "statistics:read": [...provincial, "ministry_officer", "ministry_signatory", "ministry_analyst", "auditor"],
  "ministry_home:read": ["ministry_officer", "ministry_signatory", "ministry_analyst", "auditor"],
  "statistics:freeze": [...provincial, "ministry_officer", "ministry_signatory", "ministry_analyst"],
  "statistics:publish": ["ministry_officer", "ministry_analyst"],
  "shared_view:amend": ["provincial_chief", "provincial_director", "ministry_officer"],
  "proposal:read": [...provincial, "ministry_officer", "ministry_signatory", "stock_custodian", "auditor", "system_admin"],
  "proposal:decide": ["provincial_chief", "provincial_director", "ministry_officer", "ministry_signatory"],
  "user:read": ["system_admin"],
  "user:create": ["system_admin"],
  "user:amend": ["system_admin"],
  "user:enable": ["system_admin"],
  "user:disable": ["system_admin"],
  "user:reset": ["system_admin"],
  "user:end_sessions": ["system_admin"],
  "user:decide": ["system_admin"],
  "signing_authority:read": [...provincial],
  "signing_authority:give": ["provincial_director"],
  "unit:register": ["system_admin"],
  "unit:amend": ["system_admin"],
  "personal_data_access:read": ["auditor"],
  "audit:read": ["auditor"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof rolesByPermission;

export const permissions = Object.keys(rolesByPermission) as Permission[];

/** Roles that must show a one-time code after the password (issue "The main job", Access). */
const secondFactorRoles: readonly Role[] = [
  "provincial_director",
  "ministry_officer",
  "ministry_signatory",
  "ministry_analyst",
  "stock_custodian",
  "auditor",
  "system_admin",
];

export const needsSecondFactor = (role: Role): boolean => secondFactorRoles.includes(role);

/** Such a person belongs to a provincial directorate and sees its province; everybody else belongs to the Ministry. */
export const isProvincial = (role: Role): boolean => (provincial as readonly Role[]).includes(role);

/** Whoever keeps the accounts; an installation begins with two of them. */
export const accountKeeper: Role = "system_admin";

export const roleMay = (role: Actor["role"], permission: Permission): boolean =>
  (rolesByPermission[permission] as readonly string[]).includes(role);

export const can = (actor: Actor, permission: Permission): boolean => actor.kind === "system" || roleMay(actor.role, permission);

export const permissionsOf = (role: Actor["role"]): Permission[] => permissions.filter((permission) => roleMay(role, permission));

/** Refuses with `forbidden`; with a record, also one outside the actor's rows (`not_found`, which tells nothing). */
export function assertCan(actor: Actor, permission: Permission, record?: { provinceId: number | null }): void {
  if (!can(actor, permission)) throw new AppError("forbidden");
  if (record && !isWithin(scopeOf(actor), record.provinceId)) throw new AppError("not_found");
}

export const isWithin = (scope: Scope, provinceId: number | null): boolean =>
  scope.kind === "country" || (scope.kind === "province" && scope.provinceId === provinceId);

export function scopeOf(actor: Actor): Scope {
  if (actor.role === "system_admin" || actor.kind === "visitor") return { kind: "none" };
  if (actor.kind === "system" && actor.provinceId === null) return { kind: "country" };
  if (actor.provinceId !== null) return { kind: "province", provinceId: actor.provinceId };
  if (actor.kind === "link_holder") return { kind: "none" };
  return { kind: "country" };
}

/** The worker's own identity, in one province or (intake and sweeps) in the country. */
export const systemActor = (provinceId: number | null): Actor => ({
  kind: "system",
  id: null,
  name: "Sistem",
  role: "system",
  unitId: null,
  provinceId,
});

export const visitor: Actor = { kind: "visitor", id: null, name: "Ziyaretçi", role: "visitor", unitId: null, provinceId: null };

/** Declares one operation of the BFF; an endpoint without a permission does not compile. */
export function endpoint<Input extends z.ZodType, Output extends z.ZodType>(
  value: Endpoint<Input, Output> & { permission: Access<Permission> },
): Endpoint<Input, Output> & { permission: Access<Permission> } {
  return value;
}
