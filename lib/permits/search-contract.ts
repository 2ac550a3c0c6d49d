import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Id, LocalDate, line } from "../platform/http/fields.ts";
import { PermitKind, PermitState } from "./contract.ts";

/** A text in pieces; `hit` is what the question found. */
export const Marked = z.array(z.object({ text: z.string(), hit: z.boolean() }));
export type Marked = z.infer<typeof Marked>;

export const MatchedBy = z.enum(["number", "foreigner_id", "passport", "application", "name"]);
export type MatchedBy = z.infer<typeof MatchedBy>;

export const PermitHit = z.object({
  id: Id,
  number: Marked,
  name: Marked,
  nationality: z.string(),
  kind: PermitKind,
  state: PermitState,
  provinceId: z.int(),
  validTo: LocalDate.nullable(),
  employerTitle: z.string().nullable(),
  matchedBy: MatchedBy,
});
export type PermitHit = z.infer<typeof PermitHit>;

export const EmployerHit = z.object({ id: Id, title: Marked, taxNumber: Marked, provinceId: z.int(), sector: z.string() });
export type EmployerHit = z.infer<typeof EmployerHit>;

/** One question for numbers, names and employers, best first. A POST, so that no personal value stands in an address. */
export const searchPermits = endpoint({
  name: "searchPermits",
  method: "POST",
  path: "/api/permits/search",
  permission: "permit:read",
  input: z.object({ q: line(100, 2) }),
  output: z.object({ permits: z.array(PermitHit), employers: z.array(EmployerHit) }),
});
