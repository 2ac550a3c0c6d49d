import { type Actor, can } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { TemplateContent, TemplateRecord, TemplateRow } from "../template-contract.ts";
import { bodyOf } from "./stored-content.ts";
import { findTemplate, findTemplates, type TemplateWithVersions } from "./template-repository.ts";

export async function listTemplates(ctx: Context<Actor>): Promise<{ templates: TemplateRow[] }> {
  const rows = (await findTemplates(ctx.db, ctx.actor.provinceId)).map(rowOf);
  return { templates: [...rows.filter(({ retiredAt }) => !retiredAt), ...rows.filter(({ retiredAt }) => retiredAt)] };
}

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
  const retired = retiredAt?.toISOString() ?? null;
  return { id, name, provinceId, subject, version, savedBy, savedAt: savedAt.toISOString(), retiredAt: retired };
}
