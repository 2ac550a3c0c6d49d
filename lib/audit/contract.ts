import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Instant, LocalDate } from "../platform/http/fields.ts";

export const AuditFilter = z.object({
  action: z.string().max(60).optional(),
  subjectKind: z.string().max(40).optional(),
  subjectId: z.string().max(60).optional(),
  actorName: z.string().max(100).optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  /** Events before this id; the page before was read to here. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export const AuditEntry = z.object({
  id: z.string(),
  at: Instant,
  actorName: z.string(),
  actorRole: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  provinceId: z.int().nullable(),
  requestId: z.string(),
  payload: z.record(z.string(), z.unknown()),
  sealed: z.object({ position: z.string(), hash: z.string() }).nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** The trail, newest first, 50 an answer, with the state of the chain. */
export const listAuditEvents = endpoint({
  name: "listAuditEvents",
  method: "GET",
  path: "/api/audit/events",
  permission: "audit:read",
  input: AuditFilter,
  output: z.object({
    events: z.array(AuditEntry),
    nextBefore: z.string().nullable(),
    chain: z.object({ events: z.int(), sealed: z.int(), lastSealAt: Instant.nullable(), oldestUnsealedAt: Instant.nullable() }),
  }),
});
