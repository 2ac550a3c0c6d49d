// One's own account: whoever is signed in, whatever their role.
import { z } from "zod";
import { Empty, Instant } from "../platform/http/fields.ts";
import { passwordLength } from "./password.ts";
import { endpoint, roles } from "./policy.ts";
import { StepUp } from "./proposals-contract.ts";
import { OpenSessionRow } from "./users-contract.ts";

export const Account = z.object({
  username: z.string(),
  name: z.string(),
  title: z.string(),
  phone: z.string(),
  role: z.enum(roles),
  unitName: z.string(),
  provinceId: z.int().nullable(),
  /** Null for a password from before this was kept. */
  passwordAt: Instant.nullable(),
  secondFactor: z.object({ isRequired: z.boolean(), enrolledAt: Instant.nullable(), recoveryCodesLeft: z.int() }),
  sessions: z.array(OpenSessionRow),
});
export type Account = z.infer<typeof Account>;

export const readAccount = endpoint({
  name: "readAccount",
  method: "GET",
  path: "/api/access/account",
  permission: "session",
  input: Empty,
  output: Account,
});

export const NewPassword = z
  .string()
  .min(passwordLength.min, `Parola en az ${passwordLength.min} karakter olmalı.`)
  .max(passwordLength.max, `Parola en çok ${passwordLength.max} karakter olabilir.`);

/** Other sessions of the same person end. Errors: `code_refused` for a wrong present password, `bad_input` for a weak new one. */
export const changePassword = endpoint({
  name: "changePassword",
  method: "POST",
  path: "/api/access/account/password",
  permission: "session",
  input: z.object({ password: z.string().min(1).max(200), newPassword: NewPassword }),
  output: z.object({ changedAt: Instant, endedSessions: z.int() }),
});

/** What an authenticator application needs; the ticket is how this session comes back with the first code. */
export const Enrolment = z.object({ secret: z.string(), address: z.string(), ticket: z.string(), expiresAt: Instant });
export type Enrolment = z.infer<typeof Enrolment>;

/** Draws a new secret; nothing changes until its first code is shown. */
export const beginSecondFactor = endpoint({
  name: "beginSecondFactor",
  method: "POST",
  path: "/api/access/account/second-factor",
  permission: "session",
  input: z.object({ stepUp: StepUp }),
  output: Enrolment,
  answersSecret: true,
});

export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });

/** The new secret holds from now on, with new recovery codes; other sessions end. Errors: `code_refused`, `link_expired`. */
export const enrolSecondFactor = endpoint({
  name: "enrolSecondFactor",
  method: "PUT",
  path: "/api/access/account/second-factor",
  permission: "session",
  input: z.object({ ticket: z.string().min(1).max(1_000), code: z.string().regex(/^\d{6}$/, "Altı rakam yazın.") }),
  output: RecoveryCodes,
  answersSecret: true,
});

/** Ten new codes; those before are void. Errors: `state_forbids` without a second factor. */
export const renewRecoveryCodes = endpoint({
  name: "renewRecoveryCodes",
  method: "POST",
  path: "/api/access/account/recovery-codes",
  permission: "session",
  input: z.object({ stepUp: StepUp }),
  output: RecoveryCodes,
  answersSecret: true,
});

/** Everywhere but here. */
export const endOtherSessions = endpoint({
  name: "endOtherSessions",
  method: "POST",
  path: "/api/access/account/end-other-sessions",
  permission: "session",
  input: Empty,
  output: z.object({ endedSessions: z.int() }),
});
