import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { hex } from "../../platform/crypto/digest.ts";
import { readerOf } from "../../platform/db/reader.ts";
import { AppError } from "../../platform/errors.ts";
import type { OutputOf, ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { freezeFigure as endpoint } from "../publication-contract.ts";
import { figureDigest } from "./figure-digest.ts";
import { insertFigure } from "./figure-repository.ts";
import { readCut } from "./read-cut.ts";

/** Counts the cut in the actor's rows and keeps what was found (D9). */
export async function freezeFigure(
  ctx: Context<Actor>,
  { title, cut: input }: ParsedInputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> {
  const { actor, db, now } = ctx;
  if (!actor.id) throw new AppError("forbidden");
  const { asOf, ...cut } = await readCut({ reader: readerOf(db.scope), now }, input);
  const { provinceId } = actor;
  const digest = figureDigest({ provinceId, input, cut, asOf });
  const by = { frozenById: actor.id, frozenByName: actor.name, frozenAt: now };
  const id = await insertFigure(db, { provinceId, title, input, cut, asOf, digest, ...by });
  const payload = { measure: input.measure, digest: hex(digest) };
  await record(ctx, { action: "figure.frozen", subjectKind: "figure", subjectId: id, payload });
  return { id };
}
