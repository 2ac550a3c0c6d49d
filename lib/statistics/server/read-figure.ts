import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { hex, sameBytes } from "../../platform/crypto/digest.ts";
import { readerOf } from "../../platform/db/reader.ts";
import type { RowScope } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { OutputOf } from "../../platform/http/endpoint.ts";
import type { Figure } from "../contract.ts";
import { type readFigure as endpoint, FrozenQuestion } from "../publication-contract.ts";
import { figureDigest } from "./figure-digest.ts";
import { type FigureRow, findFigure } from "./figure-repository.ts";
import { readCut } from "./read-cut.ts";

/** The figure as it was, and what the same question comes to now. Numbers that do not fit their digest are not shown. */
export async function readFigure({ db, now }: Context<Actor>, { figureId }: { figureId: string }): Promise<OutputOf<typeof endpoint>> {
  const figure = await findFigure(db, figureId);
  if (!figure) throw new AppError("not_found");
  if (!sameBytes(figureDigest(figure), figure.digest)) throw new Error(`the frozen figure ${figure.id} does not fit its digest`);
  const { id, title, frozenAt, frozenByName, provinceId, input, cut, asOf, digest } = figure;
  const today = await totalNow(db.scope, figure, now);
  return {
    id,
    title,
    frozenAt: frozenAt.toISOString(),
    frozenBy: frozenByName,
    provinceId,
    input,
    cut,
    asOf,
    digest: hex(digest),
    now: today,
  };
}

/** Of the rows that were counted then: a province's figure is compared within the province, whoever looks. */
async function totalNow(scope: RowScope, { provinceId, input }: FigureRow, now: Date): Promise<Figure | null> {
  const asked = FrozenQuestion.safeParse(input);
  if (!asked.success) return null;
  const within = provinceId === null ? scope : ({ kind: "province", provinceId } as const);
  const { total } = await readCut({ reader: readerOf(within), now }, asked.data);
  return total;
}
