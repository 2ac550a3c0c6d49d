/** Templates (şablon): words that are written again and again, kept in versions; a draft remembers which one it began with (A29). */
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Id, Instant, line, text, Version } from "../platform/http/fields.ts";
import { BodyBlock } from "./contract.ts";

/** What a draft takes over. */
export const TemplateContent = z.object({
  subject: line(300, 0),
  body: z.array(BodyBlock).max(200),
  closing: line(300, 0),
});
export type TemplateContent = z.infer<typeof TemplateContent>;

export const TemplateAction = z.enum(["amend", "retire"]);
export type TemplateAction = z.infer<typeof TemplateAction>;

export const TemplateRow = z.object({
  id: Id,
  name: z.string(),
  /** Null: of the Ministry, for every province. */
  provinceId: z.int().nullable(),
  subject: z.string(),
  version: Version,
  savedBy: z.string(),
  savedAt: Instant,
  /** No draft begins with it any more; it can still be read. */
  retiredAt: Instant.nullable(),
});
export type TemplateRow = z.infer<typeof TemplateRow>;

export const TemplateVersion = z.object({
  version: Version,
  name: z.string(),
  content: TemplateContent,
  /** Why this version was made. */
  note: z.string(),
  savedBy: z.string(),
  savedAt: Instant,
});
export type TemplateVersion = z.infer<typeof TemplateVersion>;

export const TemplateRecord = TemplateRow.extend({
  /** Newest first; none is ever changed or removed. */
  versions: z.array(TemplateVersion),
  allowedActions: z.array(TemplateAction),
});
export type TemplateRecord = z.infer<typeof TemplateRecord>;

const ById = z.object({ templateId: Id });

/** In use unless the retired ones are asked for. */
export const TemplateFilter = z.object({ retired: z.enum(["yes"]).optional() });
export type TemplateFilter = z.infer<typeof TemplateFilter>;

/** 50 of the province's own and the Ministry's in Turkish name order; `after` is the last answer's `nextAfter`. */
export const listTemplates = endpoint({
  name: "listTemplates",
  method: "GET",
  path: "/api/circulars/templates",
  permission: "circular:read",
  input: TemplateFilter.extend({ after: z.string().max(400).optional() }),
  output: z.object({ templates: z.array(TemplateRow), nextAfter: z.string().nullable() }),
});

/** Of the actor's province, or the Ministry's own for all of them. Errors: `duplicate` for a taken name. */
export const registerTemplate = endpoint({
  name: "registerTemplate",
  method: "POST",
  path: "/api/circulars/templates",
  permission: "template:amend",
  input: z.object({ name: line(120, 3), content: TemplateContent }),
  output: TemplateRecord,
});

export const readTemplate = endpoint({
  name: "readTemplate",
  method: "GET",
  path: "/api/circulars/templates/[templateId]",
  permission: "circular:read",
  input: ById,
  output: TemplateRecord,
});

/** A change is a new version; without a change there is none. Errors: `stale_version`, `duplicate`, `state_forbids` once retired. */
export const amendTemplate = endpoint({
  name: "amendTemplate",
  method: "PUT",
  path: "/api/circulars/templates/[templateId]",
  permission: "template:amend",
  input: ById.extend({ version: Version, name: line(120, 3), content: TemplateContent, note: text(300) }),
  output: TemplateRecord,
});

/** "Kullanımdan kaldır": what began with it is not touched. */
export const retireTemplate = endpoint({
  name: "retireTemplate",
  method: "POST",
  path: "/api/circulars/templates/[templateId]/retire",
  permission: "template:amend",
  input: ById.extend({ version: Version, reason: text(300) }),
  output: TemplateRecord,
});
