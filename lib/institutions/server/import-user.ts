import { type Actor, systemActor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import type { ImportContext } from "../../platform/import/importer.ts";

/** The worker goes on in its uploader's name: the trail names the person, not the machine. */
export function importUser(ctx: ImportContext): Context<Actor> {
  return { ...ctx, actor: { ...systemActor(ctx.actor.provinceId), id: ctx.actor.id, name: ctx.actor.name } };
}
