import { z } from "zod";
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
