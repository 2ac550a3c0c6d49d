import { z } from "zod";
import { Empty, Id, Instant, LocalDate } from "../platform/http/fields.ts";
import { endpoint, permissions, roles } from "./policy.ts";

export const Mode = z.enum(["demo", "training", "production"]);
export type Mode = z.infer<typeof Mode>;

export const Preferences = z.object({
  theme: z.enum(["system", "light", "dark"]).default("system"),
  density: z.enum(["auto", "compact", "comfortable"]).default("auto"),
});
export type Preferences = z.infer<typeof Preferences>;

/** Who is signed in, what they may do, and when the session ends. */
export const Me = z.object({
  id: Id,
  name: z.string(),
  title: z.string(),
  role: z.enum(roles),
  provinceId: z.int().nullable(),
  unitId: Id,
  unitName: z.string(),
  permissions: z.array(z.enum(permissions)),
  secondFactor: z.enum(["not_needed", "pending", "done"]),
  mode: Mode,
  preferences: Preferences,
  /** Demo only: where the sandbox shows what the institutions received. */
  mailboxUrl: z.url().nullable(),
  /** Ends when idle this long after the last request, and at the latest at `endsAt`. */
  idleEndsAt: Instant,
  endsAt: Instant,
});
export type Me = z.infer<typeof Me>;

/** The signed-in user, also while the one-time code is still missing. */
export const readMe = endpoint({
  name: "readMe",
  method: "GET",
  path: "/api/access/me",
  permission: "half_session",
  input: Empty,
  output: Me,
});

/** A request that keeps the session awake and does nothing else. */
export const extendSession = endpoint({
  name: "extendSession",
  method: "POST",
  path: "/api/access/session",
  permission: "session",
  input: Empty,
  output: z.object({ idleEndsAt: Instant, endsAt: Instant }),
});

/** Second step of sign-in: a TOTP code (RFC 6238) or a recovery code, each accepted once. Errors: `code_refused`, `locked_out`. */
export const verifySecondFactor = endpoint({
  name: "verifySecondFactor",
  method: "POST",
  path: "/api/access/second-factor",
  permission: "half_session",
  input: z.object({ code: z.string().regex(/^(\d{6}|[0-9A-Za-z -]{16,24})$/, "Altı rakam ya da bir kurtarma kodu yazın.") }),
  output: z.object({ verifiedAt: Instant, recoveryCodesLeft: z.int().nullable() }),
  limitPerMinute: 20,
});

export const savePreferences = endpoint({
  name: "savePreferences",
  method: "PUT",
  path: "/api/access/preferences",
  permission: "session",
  input: Preferences,
  output: Preferences,
});

/** Accounts of the demo with their password and the code that is valid now; empty outside the demo. */
export const listDemoAccounts = endpoint({
  name: "listDemoAccounts",
  method: "GET",
  path: "/api/access/demo-accounts",
  permission: "public",
  input: Empty,
  output: z.object({
    mode: Mode,
    password: z.string().nullable(),
    accounts: z.array(
      z.object({
        username: z.string(),
        name: z.string(),
        role: z.enum(roles),
        roleLabel: z.string(),
        provincial: z.boolean(),
        code: z.object({ value: z.string(), validSeconds: z.int() }).nullable(),
      }),
    ),
  }),
  limitPerMinute: 240,
});

export const SigningAuthority = z.object({
  kind: z.enum(["own", "proxy", "delegation"]),
  title: z.string(),
  onBehalfOf: z.string().nullable(),
  validFrom: LocalDate,
  validTo: LocalDate.nullable(),
});
export type SigningAuthority = z.infer<typeof SigningAuthority>;

export const Colleague = z.object({
  id: Id,
  name: z.string(),
  title: z.string(),
  phone: z.string(),
  mayInitial: z.boolean(),
  /** The authority in force today, or null where this person may not sign. */
  authority: SigningAuthority.nullable(),
});
export type Colleague = z.infer<typeof Colleague>;

/** People of the actor's unit, to choose who initials and who signs. */
export const listColleagues = endpoint({
  name: "listColleagues",
  method: "GET",
  path: "/api/access/colleagues",
  permission: "circular:read",
  input: Empty,
  output: z.object({ colleagues: z.array(Colleague) }),
});
