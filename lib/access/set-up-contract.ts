// Before anybody is known: the holder of a set-up link makes the account their own. The token travels in the body alone; in
// the link it stands behind the #, which no server and no log ever sees.
import { z } from "zod";
import { Id, Instant, line } from "../platform/http/fields.ts";
import { NewPassword } from "./account-contract.ts";
import { endpoint, roles } from "./policy.ts";
import { Username } from "./user.ts";

const SetUpToken = z.string().regex(/^[\w-]{43}$/, "Bağlantı eksik.");

export const SetUp = z.object({
  username: z.string(),
  name: z.string(),
  title: z.string(),
  role: z.enum(roles),
  unitName: z.string(),
  provinceId: z.int().nullable(),
  /** One of an installation's first two administrators: who that is, they say themselves. */
  asksIdentity: z.boolean(),
  expiresAt: Instant,
  /** Null where the role signs in by password alone. */
  secondFactor: z.object({ secret: z.string(), address: z.string() }).nullable(),
});
export type SetUp = z.infer<typeof SetUp>;

/** Changes nothing, and shows the same secret however often it is opened. Errors: `link_expired`. */
export const openSetUp = endpoint({
  name: "openSetUp",
  method: "POST",
  path: "/api/access/set-up/open",
  permission: "public",
  input: z.object({ token: SetUpToken }),
  output: SetUp,
  limitPerMinute: 30,
});

/** Errors: `link_expired`, `code_refused`, `duplicate` for a taken user name, `bad_input`. */
export const completeSetUp = endpoint({
  name: "completeSetUp",
  method: "POST",
  path: "/api/access/set-up/complete",
  permission: "public",
  input: z.object({
    token: SetUpToken,
    newPassword: NewPassword,
    code: z
      .string()
      .regex(/^\d{6}$/, "Altı rakam yazın.")
      .optional(),
    identity: z.object({ username: Username, name: line(120, 3), title: line(120, 2) }).optional(),
  }),
  output: z.object({ userId: Id, username: z.string(), recoveryCodes: z.array(z.string()) }),
  limitPerMinute: 30,
});
