import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { AppError } from "../../platform/errors.ts";
import type { ReplacementKind } from "../circular.ts";
import { proposeClosing } from "../closing.ts";
import type { CircularRecord } from "../contract.ts";
import { cancellingText, supersedingText } from "../replacement.ts";
import { openCommand, presentAgain } from "./command.ts";
import { type Start, startDraft } from "./draft-circular.ts";
import { contentOf, recipientsOf } from "./present.ts";
import { findReplacements } from "./replacement-repository.ts";
import { type CircularRow, copyAttachments, saveCircular } from "./repository.ts";

type Input = { circularId: string; version: number; reason: string };

/** "Yerine yeni yazı hazırla": the old text, files and recipients in a new draft. Nothing changes for anybody yet. */
export const supersedeCircular = (ctx: Context<Actor>, input: Input): Promise<CircularRecord> => replace(ctx, input, "supersede");

/** "İptal yazısı hazırla": a short letter to the same recipients. */
export const cancelCircular = (ctx: Context<Actor>, input: Input): Promise<CircularRecord> => replace(ctx, input, "cancel");

/** The old circular's version moves on, so that of two officers only one begins its replacement. */
async function replace(ctx: Context<Actor>, input: Input, kind: ReplacementKind): Promise<CircularRecord> {
  const row = await openCommand(ctx, input, kind);
  const { replacedBy } = await findReplacements(ctx.db, row.id);
  if (replacedBy) throw new AppError("conflict", { message: "Bu yazının yerine hazırlanan bir yazı zaten var; yazının sayfasından açın." });
  const id = await startDraft(ctx, { ...wordsOf(row, kind), ...sameRecipients(row), replaces: { id: row.id, kind, reason: input.reason } });
  if (kind === "supersede") await copyAttachments(ctx.db, row, id);
  await saveCircular(ctx.db, row, ctx.now, {});
  await record(ctx, {
    action: "circular.replacement_drafted",
    subjectKind: "circular",
    subjectId: row.id,
    payload: { byId: id, kind, reason: input.reason },
  });
  return presentAgain(ctx, id);
}

function wordsOf(
  row: CircularRow,
  kind: ReplacementKind,
): Pick<Start, "subject" | "references" | "body" | "closing" | "urgency" | "dueOn" | "layout"> {
  const { documentNumber, documentOn } = row;
  if (!documentNumber || !documentOn) throw new AppError("state_forbids");
  const old = contentOf(row);
  const letter = { documentNumber, documentOn: localDate(documentOn) };
  if (kind === "supersede")
    return { ...supersedingText(old, letter), closing: old.closing, urgency: row.urgency, dueOn: row.dueOn, layout: row.layout };
  return { ...cancellingText(old, letter), closing: proposeClosing(recipientsOf(row))?.text ?? "", urgency: "normal", dueOn: null };
}

/** As they were sent to, in the same order; submission takes the directory's words of its own day (A5). */
const sameRecipients = (row: CircularRow): Pick<Start, "list" | "recipients"> => ({
  list: row.distributionListId && row.distributionListVersion ? { id: row.distributionListId, version: row.distributionListVersion } : null,
  recipients: recipientsOf(row).map(({ institutionId, name, dative, role, channels }) => ({ institutionId, name, dative, role, channels })),
});
