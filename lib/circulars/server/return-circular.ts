import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { reviewerOnTurn } from "../circular.ts";
import type { CircularRecord } from "../contract.ts";
import { currentReviews, currentRound } from "./actions.ts";
import { openCommand, presentAgain } from "./command.ts";
import { replaceReviews, saveCircular } from "./repository.ts";
import { decideReview, insertReturn } from "./review-repository.ts";

/** Back to the drafter with a comment. The round keeps its history; the next one starts with nobody having initialled (A11). */
export async function returnCircular(
  ctx: Context<Actor>,
  input: { circularId: string; version: number; comment: string },
): Promise<CircularRecord> {
  const row = await openCommand(ctx, input, "return");
  const { actor, db, now } = ctx;
  if (!actor.id) throw new AppError("forbidden");
  const reviews = currentReviews(row);
  const round = currentRound(row);
  const review = row.state === "in_initials" ? reviewerOnTurn(reviews) : null;
  if (review) await decideReview(db, review.id, { decision: "returned", comment: input.comment, digest: null, decidedAt: now });
  else {
    const turn = { circularId: row.id, provinceId: row.provinceId, round, position: reviews.length + 1, userId: actor.id };
    await insertReturn(db, turn, input.comment, now);
  }
  await replaceReviews(
    db,
    row,
    round + 1,
    reviews.map(({ userId }) => userId),
  );
  await saveCircular(db, row, now, { state: "draft", contentDigest: null });
  await record(ctx, {
    action: "circular.returned",
    subjectKind: "circular",
    subjectId: row.id,
    payload: { comment: input.comment, round },
  });
  return presentAgain(ctx, row.id);
}
