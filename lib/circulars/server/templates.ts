import { type Actor, can } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { afterNameOf, nextAfterName, pageSize } from "../../platform/db/keyset.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { listTemplates as endpoint, TemplateContent, TemplateRecord, TemplateRow } from "../template-contract.ts";
import { bodyOf } from "./stored-content.ts";
import { findTemplate, findTemplatePage, type TemplateListRow, type TemplateWithVersions } from "./template-repository.ts";

/** Keyset on (name, id) in Turkish order; one row more than a page says whether another follows. */
export async function listTemplates(ctx: Context<Actor>, { after, retired }: ParsedInputOf<typeof endpoint>) {
  const isRetired = retired === "yes";
  const rows = await findTemplatePage(ctx.db, { provinceId: ctx.actor.provinceId, isRetired, after: afterNameOf(after) });
  return { templates: rows.slice(0, pageSize).map(presentRow), nextAfter: nextAfterName(rows) };
}

const presentRow = ({ savedAt, retiredAt, ...row }: TemplateListRow): TemplateRow => ({
  ...row,
  savedAt: savedAt.toISOString(),
  retiredAt: retiredAt?.toISOString() ?? null,
});

export async function readTemplate(ctx: Context<Actor>, input: { templateId: string }): Promise<TemplateRecord> {
  return presentTemplate(ctx, await getTemplate(ctx, input.templateId));
}

export async function getTemplate(ctx: Context<Actor>, id: string): Promise<TemplateWithVersions> {
  const template = await findTemplate(ctx.db, id);
  if (!template) throw new AppError("not_found");
  return template;
}

export function presentTemplate({ actor }: Context<Actor>, template: TemplateWithVersions): TemplateRecord {
  const isOwn = template.provinceId === actor.provinceId;
  const mayChange = isOwn && !template.retiredAt && can(actor, "template:amend");
  return {
    ...rowOf(template),
    versions: template.versions.map(({ version, name, note, savedBy, savedAt, ...words }) => ({
      version,
      name,
      content: contentOfVersion(words),
      note,
      savedBy,
      savedAt: savedAt.toISOString(),
    })),
    allowedActions: mayChange ? ["amend", "retire"] : [],
  };
}

type Words = Pick<TemplateWithVersions["versions"][number], "subject" | "body" | "closing">;

export const contentOfVersion = ({ subject, body, closing }: Words): TemplateContent => ({ subject, body: bodyOf({ body }), closing });

function rowOf({ id, name, provinceId, version, retiredAt, versions: [newest] }: TemplateWithVersions): TemplateRow {
  if (!newest) throw new AppError("internal");
  const { subject, savedBy, savedAt } = newest;
  return presentRow({ id, name, provinceId, subject, version, savedBy, savedAt, retiredAt });
}
