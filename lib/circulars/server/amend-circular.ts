import type { Actor } from "../../access/policy.ts";
import { findPeople } from "../../access/server/queries.ts";
import { record } from "../../audit/server/record.ts";
import { findDirectoryList, findInstitutions } from "../../institutions/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { dateColumn } from "../../platform/db/local-date.ts";
import { AppError, type InvalidParam } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { CircularRecord, DraftContent, amendCircular as endpoint } from "../contract.ts";
import { unprintableFields } from "../unprintable-fields.ts";
import { currentRound } from "./actions.ts";
import { openCommand, presentAgain } from "./command.ts";
import { recipientOf } from "./draft-circular.ts";
import { contentOf } from "./present.ts";
import { type CircularRow, replaceRecipients, replaceReviews, saveCircular } from "./repository.ts";

/** Saves the whole content of a draft; what did not change writes nothing, so autosave leaves no noise in the trail. */
export async function amendCircular(ctx: Context<Actor>, input: ParsedInputOf<typeof endpoint>): Promise<CircularRecord> {
  const row = await openCommand(ctx, input, "amend");
  const { content } = input;
  const fields = changedFields(contentOf(row), content);
  if (fields.length === 0) return presentAgain(ctx, row.id);
  refuse(unprintableFields(content));
  if (fields.includes("recipients")) await saveRecipients(ctx, row, content);
  if (fields.includes("reviewerIds")) await saveReviewers(ctx, row, content);
  if (fields.includes("signatoryId")) await refuseStrangers(ctx, row, content);
  const list = content.distributionListId ? await findDirectoryList(ctx.db, content.distributionListId) : null;
  if (content.distributionListId && !list) refuse([{ path: "content.distributionListId", message: "Dağıtım listesi bulunamadı." }]);
  const { recipients: _, reviewerIds: __, contact, dueOn, ...columns } = content;
  await saveCircular(ctx.db, row, ctx.now, {
    ...columns,
    dueOn: dueOn ? dateColumn(dueOn) : null,
    contactName: contact.name,
    contactTitle: contact.title,
    contactPhone: contact.phone,
    distributionListVersion: fields.includes("distributionListId") ? (list?.version ?? null) : row.distributionListVersion,
  });
  await record(ctx, { action: "circular.amended", subjectKind: "circular", subjectId: row.id, payload: { fields } });
  return presentAgain(ctx, row.id);
}

function changedFields(before: DraftContent, after: DraftContent): string[] {
  return (Object.keys(after) as (keyof DraftContent)[]).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

async function saveRecipients(ctx: Context<Actor>, row: CircularRow, content: DraftContent): Promise<void> {
  const ids = content.recipients.map(({ institutionId }) => institutionId);
  const found = new Map((await findInstitutions(ctx.db, ids)).map((institution) => [institution.id, institution]));
  const problems: InvalidParam[] = [];
  const chosen = content.recipients.flatMap(({ institutionId, role }, index) => {
    const institution = found.get(institutionId);
    const path = `content.recipients.${index}.institutionId`;
    if (!institution) problems.push({ path, message: "Kurum bulunamadı." });
    if (ids.indexOf(institutionId) !== index) problems.push({ path, message: "Bu kurum listede zaten var." });
    return institution ? [recipientOf({ ...institution, role })] : [];
  });
  refuse(problems);
  await replaceRecipients(ctx.db, row, chosen);
}

async function saveReviewers(ctx: Context<Actor>, row: CircularRow, { reviewerIds }: DraftContent): Promise<void> {
  const known = new Set((await findPeople(ctx.db, { ids: reviewerIds })).filter(({ unitId }) => unitId === row.unitId).map(({ id }) => id));
  refuse(
    reviewerIds.flatMap((id, index) => {
      const path = `content.reviewerIds.${index}`;
      if (!known.has(id)) return [{ path, message: "Kişi bu birimde bulunamadı." }];
      if (id === row.draftedById) return [{ path, message: "Yazıyı hazırlayan kendi yazısını paraflayamaz." }];
      return reviewerIds.indexOf(id) === index ? [] : [{ path, message: "Bu kişi sırada zaten var." }];
    }),
  );
  await replaceReviews(ctx.db, row, currentRound(row), reviewerIds);
}

async function refuseStrangers(ctx: Context<Actor>, row: CircularRow, { signatoryId }: DraftContent): Promise<void> {
  if (!signatoryId) return;
  const [person] = await findPeople(ctx.db, { ids: [signatoryId] });
  if (person?.unitId !== row.unitId) refuse([{ path: "content.signatoryId", message: "Kişi bu birimde bulunamadı." }]);
}

function refuse(invalidParams: InvalidParam[]): void {
  if (invalidParams.length > 0) throw new AppError("bad_input", { invalidParams });
}
