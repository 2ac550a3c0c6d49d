import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { InstitutionKind } from "../institutions/contract.ts";
import { Id } from "../platform/http/fields.ts";
import { CircularView } from "./contract.ts";

export const CircularHit = z.object({
  id: Id,
  subject: z.string(),
  documentNumber: z.string().nullable(),
  view: CircularView,
  recipientCount: z.int(),
});
export type CircularHit = z.infer<typeof CircularHit>;

export const InstitutionHit = z.object({
  id: Id,
  name: z.string(),
  kind: InstitutionKind,
  provinceId: z.int(),
  district: z.string().nullable(),
});
export type InstitutionHit = z.infer<typeof InstitutionHit>;

export const ListHit = z.object({ id: Id, name: z.string(), memberCount: z.int() });
export type ListHit = z.infer<typeof ListHit>;

/**
 * One question for letters and whom they go to: the latest letters by subject, number or part of either, any letter by its
 * verification code, institutions and lists by words of theirs. At most six of each, of the actor's rows.
 */
export const searchCirculars = endpoint({
  name: "searchCirculars",
  method: "GET",
  path: "/api/circulars/search",
  permission: "circular:read",
  input: z.object({ q: z.string().min(2).max(100) }),
  output: z.object({ circulars: z.array(CircularHit), institutions: z.array(InstitutionHit), lists: z.array(ListHit) }),
});
