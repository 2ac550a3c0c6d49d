import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import { findInstitutions } from "../../institutions/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { hex, ownBytes } from "../../platform/crypto/digest.ts";
import { AppError } from "../../platform/errors.ts";
import { nextState } from "../circular.ts";
import type { CircularRecord } from "../contract.ts";
import { isReady } from "../draft-checks.ts";
import { currentReviews, currentRound } from "./actions.ts";
import { openCommand, presentAgain } from "./command.ts";
import { recipientOf } from "./draft-circular.ts";
import { present } from "./present.ts";
import { type CircularRow, getCircular, replaceRecipients, saveCircular } from "./repository.ts";
import { contentDigest, contentSnapshot } from "./snapshot.ts";

/**
 * "Parafa sun": takes the directory's words and addresses of this moment (A5), binds everything in the content digest
 * (N1) and opens the round. Errors: `not_ready` names each missing section.
 */
export async function submitCircular(ctx: Context<Actor>, input: { circularId: string; version: number }): Promise<CircularRecord> {
  const draft = await openCommand(ctx, input, "submit");
  await takeSnapshot(ctx, draft);
  const row = await getCircular(ctx.db, draft.id);
  const { checks } = await present(ctx, row);
  if (!isReady(checks)) {
    const missing = checks.filter(({ status, section }) => status === "missing" && section !== "check");
    throw new AppError("not_ready", { invalidParams: missing.map(({ section, sentence }) => ({ path: section, message: sentence })) });
  }
  const snapshot = contentSnapshot(row);
  const digest = contentDigest(snapshot);
  const state = nextState("draft", "submit", { undecidedReviewers: currentReviews(row).length }) ?? "draft";
  await saveCircular(ctx.db, row, ctx.now, { state, snapshot, contentDigest: ownBytes(digest) });
  await record(ctx, {
    action: "circular.submitted",
    subjectKind: "circular",
    subjectId: row.id,
    payload: { contentDigest: hex(digest), recipients: row.recipients.length, round: currentRound(row) },
  });
  return presentAgain(ctx, row.id);
}

async function takeSnapshot(ctx: Context<Actor>, draft: CircularRow): Promise<void> {
  const roles = new Map(draft.recipients.map(({ institutionId, role }) => [institutionId, role]));
  const institutions = await findInstitutions(ctx.db, [...roles.keys()]);
  const recipients = institutions.map((institution) =>
    recipientOf({ ...institution, role: roles.get(institution.id) === "information" ? "information" : "action" }),
  );
  await replaceRecipients(ctx.db, draft, recipients);
}
