import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { hex } from "../../platform/crypto/digest.ts";
import { AppError } from "../../platform/errors.ts";
import { nextState, reviewerOnTurn } from "../circular.ts";
import type { CircularRecord } from "../contract.ts";
import { currentReviews } from "./actions.ts";
import { openCommand, presentAgain } from "./command.ts";
import { saveCircular } from "./repository.ts";
import { decideReview } from "./review-repository.ts";
import { contentDigest, contentSnapshot } from "./snapshot.ts";

/** The reviewer whose turn it is initials exactly what was shown: the digest is computed again from the rows (N1). */
export async function initialCircular(
  ctx: Context<Actor>,
  input: { circularId: string; version: number; contentDigest: string },
): Promise<CircularRecord> {
  const row = await openCommand(ctx, input, "initial");
  const digest = contentDigest(contentSnapshot(row));
  if (hex(digest) !== input.contentDigest || !row.contentDigest || hex(row.contentDigest) !== input.contentDigest) {
    throw new AppError("conflict", { message: "Yazı, size gösterilenden farklı. Yeni hâlini görüp yeniden paraflayın." });
  }
  const reviews = currentReviews(row);
  const review = reviewerOnTurn(reviews);
  if (!review) throw new AppError("state_forbids");
  await decideReview(ctx.db, review.id, { decision: "initialled", comment: null, digest, decidedAt: ctx.now });
  const undecidedReviewers = reviews.filter(({ decision }) => decision === null).length - 1;
  await saveCircular(ctx.db, row, ctx.now, { state: nextState("in_initials", "initial", { undecidedReviewers }) ?? "in_initials" });
  await record(ctx, {
    action: "circular.initialled",
    subjectKind: "circular",
    subjectId: row.id,
    payload: { contentDigest: input.contentDigest, position: review.position, round: review.round },
  });
  return presentAgain(ctx, row.id);
}
