import { type Actor, type Role, roleMay } from "../../access/policy.ts";
import { findAuthorities, findPeople } from "../../access/server/queries.ts";
import { authorityOn } from "../../access/signing-authority.ts";
import { record } from "../../audit/server/record.ts";
import type { DirectoryList } from "../../institutions/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { ReplacementKind } from "../circular.ts";
import type { BodyBlock, CircularRecord, draftCircular as endpoint } from "../contract.ts";
import { proposeReviewer, proposeSignatory } from "../proposed-signatory.ts";
import { presentAgain } from "./command.ts";
import { wordsOfTemplate } from "./fill-template.ts";
import { insertCircular, replaceRecipients, replaceReviews } from "./repository.ts";

export type Start = {
  incomingLetterId?: string;
  subject: string;
  references: string[];
  body: BodyBlock[];
  closing: string;
  urgency?: string;
  dueOn?: Date | null;
  layout?: string;
  list: { id: string; version: number } | null;
  recipients: ReturnType<typeof recipientOf>[];
  template?: { id: string; version: number };
  /** The circular whose place the new one will take (A24). */
  replaces?: { id: string; kind: ReplacementKind; reason: string };
};

/** An empty draft, or one with a template's words, of the actor's unit; the usual people are already chosen. */
export async function draftCircular(ctx: Context<Actor>, input: ParsedInputOf<typeof endpoint>): Promise<CircularRecord> {
  const words = input.templateId ? await wordsOfTemplate(ctx, input.templateId, input) : emptyWords;
  const id = await startDraft(ctx, { ...words, references: [], list: null, recipients: [] });
  return presentAgain(ctx, id);
}

const emptyWords = { subject: "", body: [{ kind: "paragraph" as const, text: "" }], closing: "" };

/** Creates a draft and proposes reviewers and signatory from the unit; everything can be changed. */
export async function startDraft(ctx: Context<Actor>, start: Start): Promise<string> {
  const { actor, db, now } = ctx;
  if (!actor.id || !actor.unitId || actor.provinceId === null) throw new AppError("forbidden");
  const { list, recipients, incomingLetterId = null, replaces, template, ...content } = start;
  const people = await findPeople(db, { unitId: actor.unitId });
  const authorities = await findAuthorities(db, actor.unitId);
  const unitId = actor.unitId;
  const colleagues = people.map(({ id, name, role }) => ({
    id,
    name,
    mayInitial: roleMay(role as Role, "circular:initial"),
    authority: authorityOn(authorities, { userId: id, unitId, date: localDateOf(now) }),
  }));
  const signatory = proposeSignatory(colleagues, actor.id);
  const reviewer = proposeReviewer(colleagues, { drafterId: actor.id, signatory });
  const drafter = people.find(({ id }) => id === actor.id);
  const provinceId = actor.provinceId;
  const id = await insertCircular(db, {
    ...content,
    provinceId,
    unitId,
    incomingLetterId,
    ...(replaces && { replacesId: replaces.id, replacement: replaces.kind, replaceReason: replaces.reason }),
    state: "draft",
    templateId: template?.id ?? null,
    templateVersion: template?.version ?? null,
    distributionListId: list?.id ?? null,
    distributionListVersion: list?.version ?? null,
    contactName: drafter?.name ?? "",
    contactTitle: drafter?.title ?? "",
    contactPhone: drafter?.phone ?? "",
    draftedById: actor.id,
    signatoryId: signatory?.id ?? null,
    createdAt: now,
    updatedAt: now,
  });
  await replaceReviews(db, { id, provinceId }, 1, reviewer ? [reviewer.id] : []);
  if (recipients.length > 0) await replaceRecipients(db, { id, provinceId }, recipients);
  const began = template && { templateId: template.id, templateVersion: template.version };
  const payload = { incomingLetterId, ...(replaces && { replacesId: replaces.id, kind: replaces.kind }), ...began };
  await record(ctx, { action: "circular.drafted", subjectKind: "circular", subjectId: id, payload });
  return id;
}

/** The directory's words and addresses at this moment; frozen on submission (A5). */
export const recipientOf = ({ id, name, dative, role, channels }: DirectoryList["members"][number]) => ({
  institutionId: id,
  name,
  dative,
  role,
  channels,
});
