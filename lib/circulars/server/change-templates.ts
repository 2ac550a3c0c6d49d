// Changing a template is adding a version: what a draft began with is never rewritten behind it.
import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type * as contract from "../template-contract.ts";
import type { TemplateContent, TemplateRecord } from "../template-contract.ts";
import { fieldFault } from "../template-fields.ts";
import { textsAtPaths, unprintableText } from "../unprintable-fields.ts";
import { addVersion, findTemplateByName, insertTemplate, lockTemplate, retire, type TemplateWithVersions } from "./template-repository.ts";
import { contentOfVersion, getTemplate, presentTemplate } from "./templates.ts";

type Register = ParsedInputOf<typeof contract.registerTemplate>;
type Amend = ParsedInputOf<typeof contract.amendTemplate>;
type Retire = ParsedInputOf<typeof contract.retireTemplate>;

export async function registerTemplate(ctx: Context<Actor>, { name, content }: Register): Promise<TemplateRecord> {
  refuseUnusable(content);
  await refuseTakenName(ctx, name, null);
  const id = await insertTemplate(ctx.db, ctx.actor.provinceId, { name, content, note: "", ...savedNow(ctx) });
  await note(ctx, "template.registered", { id, provinceId: ctx.actor.provinceId }, { version: 1 });
  return presentTemplate(ctx, await getTemplate(ctx, id));
}

export async function amendTemplate(ctx: Context<Actor>, input: Amend): Promise<TemplateRecord> {
  const template = await openTemplate(ctx, input);
  const { name, content } = input;
  refuseUnusable(content);
  await refuseTakenName(ctx, name, template.id);
  if (isSame(template, input)) return presentTemplate(ctx, template);
  await addVersion(ctx.db, template, { name, content, note: input.note, ...savedNow(ctx) });
  await note(ctx, "template.amended", template, { version: template.version + 1, note: input.note });
  return presentTemplate(ctx, await getTemplate(ctx, template.id));
}

export async function retireTemplate(ctx: Context<Actor>, input: Retire): Promise<TemplateRecord> {
  const template = await openTemplate(ctx, input);
  await retire(ctx.db, template.id, ctx.now);
  await note(ctx, "template.retired", template, { reason: input.reason });
  return presentTemplate(ctx, await getTemplate(ctx, template.id));
}

/** Another office's template is not this one's to change: `forbidden` where it can be read, else `not_found`. */
async function openTemplate(ctx: Context<Actor>, input: { templateId: string; version: number }): Promise<TemplateWithVersions> {
  const template = await lockTemplate(ctx.db, input.templateId, ctx.actor.provinceId);
  if (!template) {
    await getTemplate(ctx, input.templateId);
    throw new AppError("forbidden");
  }
  if (template.retiredAt) throw new AppError("state_forbids", { message: "Şablon kullanımdan kaldırılmış; yeni bir şablon kaydedin." });
  if (template.version !== input.version) throw new AppError("stale_version", { currentVersion: template.version });
  return template;
}

function isSame({ name, versions: [newest] }: TemplateWithVersions, input: Amend): boolean {
  return newest !== undefined && name === input.name && JSON.stringify(contentOfVersion(newest)) === JSON.stringify(input.content);
}

async function refuseTakenName(ctx: Context<Actor>, name: string, ownId: string | null): Promise<void> {
  const holder = await findTemplateByName(ctx.db, name, ctx.actor.provinceId);
  if (!holder || holder.id === ownId) return;
  const message = "Bu adda bir şablon zaten var; başka bir ad yazın.";
  throw new AppError("duplicate", { message, invalidParams: [{ path: "name", message }] });
}

/** A character that no letter prints, a field that no draft could fill. */
function refuseUnusable(content: TemplateContent): void {
  const faults = textsAtPaths(content).map(([path, text]) => ({ path, message: fieldFault(text) }));
  const invalidParams = [...unprintableText(content), ...faults.flatMap(({ path, message }) => (message ? [{ path, message }] : []))];
  if (invalidParams.length > 0) throw new AppError("bad_input", { invalidParams });
}

const savedNow = ({ actor, now }: Context<Actor>) => ({ savedBy: actor.name, savedAt: now });

type Written =
  | { action: "template.registered"; payload: { version: number } }
  | { action: "template.amended"; payload: { version: number; note: string } }
  | { action: "template.retired"; payload: { reason: string } };

async function note<Action extends Written["action"]>(
  ctx: Context<Actor>,
  action: Action,
  { id, provinceId }: { id: string; provinceId: number | null },
  payload: Extract<Written, { action: Action }>["payload"],
): Promise<void> {
  const event = { action, payload } as Written;
  await record(ctx, { ...event, subjectKind: "circular_template", subjectId: id, provinceId });
}
