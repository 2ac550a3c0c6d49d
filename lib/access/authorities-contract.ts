// Who may sign in a director's stead: by proxy (vekâlet) or by delegation (yetki devri), from a day to a day (A35).
import { z } from "zod";
import { Empty, Id, Instant, LocalDate, line } from "../platform/http/fields.ts";
import { SigningAuthority } from "./contract.ts";
import { endpoint } from "./policy.ts";
import { StepUp } from "./proposals-contract.ts";

/** Computed from the days and from whether it was taken back. */
export const AuthorityState = z.enum(["upcoming", "in_force", "over", "ended"]);
export type AuthorityState = z.infer<typeof AuthorityState>;

export const GivenKind = z.enum(["proxy", "delegation"]);
export type GivenKind = z.infer<typeof GivenKind>;

export const AuthorityRow = SigningAuthority.extend({
  id: Id,
  person: z.object({ id: Id, name: z.string(), title: z.string() }),
  state: AuthorityState,
  /** The approval or act it rests on, in the giver's words. */
  ground: z.string(),
  givenByName: z.string().nullable(),
  givenAt: Instant.nullable(),
  endedByName: z.string().nullable(),
  endedAt: Instant.nullable(),
  allowedActions: z.array(z.enum(["end"])),
});
export type AuthorityRow = z.infer<typeof AuthorityRow>;

/** A colleague who could sign; without a second factor nothing is given to them. */
export const AuthorityCandidate = z.object({ id: Id, name: z.string(), title: z.string(), hasSecondFactor: z.boolean() });
export type AuthorityCandidate = z.infer<typeof AuthorityCandidate>;

/** Of the actor's unit, newest first. */
export const listSigningAuthorities = endpoint({
  name: "listSigningAuthorities",
  method: "GET",
  path: "/api/access/authorities",
  permission: "signing_authority:read",
  input: Empty,
  output: z.object({
    authorities: z.array(AuthorityRow),
    /** Empty for whoever may give none. */
    candidates: z.array(AuthorityCandidate),
    /** The office that is signed for, as the giver holds it in own right today; null where they hold none. */
    office: z.string().nullable(),
  }),
});

/** Errors: `bad_input` at the person or the days; `forbidden` for whoever does not sign in own right; `code_refused`. */
export const giveSigningAuthority = endpoint({
  name: "giveSigningAuthority",
  method: "POST",
  path: "/api/access/authorities",
  permission: "signing_authority:give",
  input: z.object({ userId: Id, kind: GivenKind, validFrom: LocalDate, validTo: LocalDate, ground: line(300, 5), stepUp: StepUp }),
  output: AuthorityRow,
});

/** Takes it back at once; what was signed by it stays signed. */
export const endSigningAuthority = endpoint({
  name: "endSigningAuthority",
  method: "POST",
  path: "/api/access/authorities/[authorityId]/end",
  permission: "signing_authority:give",
  input: z.object({ authorityId: Id }),
  output: AuthorityRow,
});
