import type { Actor } from "../../access/policy.ts";
import { type AuthorityRow, findAuthorities, findPeople, findUnit, type PersonRow, type UnitRow } from "../../access/server/queries.ts";
import { authorityOn } from "../../access/signing-authority.ts";
import { findDirectoryList, findInstitutions } from "../../institutions/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { hex } from "../../platform/crypto/digest.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { AppError } from "../../platform/errors.ts";
import { formatDate, localDateOf } from "../../platform/locale/tr.ts";
import { type CircularCommand, preparationExpiresAt, replacementKinds } from "../circular.ts";
import { proposeClosing } from "../closing.ts";
import type { CircularRecord, DraftContent, Person, RecipientRow } from "../contract.ts";
import { checkDraft } from "../draft-checks.ts";
import { lintLetter } from "../letter-linter.ts";
import { messageLimit, messageSize } from "../message-limit.ts";
import { proposeSignatory } from "../proposed-signatory.ts";
import type { RecipientRole } from "../recipient.ts";
import type { ReminderBasis } from "../reminder-plan.ts";
import { signatureLines } from "../signature-lines.ts";
import { writtenLetter } from "../written-letter.ts";
import { allowedActions, currentReviews, viewOf } from "./actions.ts";
import { findPlannedBasis } from "./reminder-repository.ts";
import { findReplacements } from "./replacement-repository.ts";
import type { CircularRow } from "./repository.ts";
import { bodyOf, channelsOf, referencesOf } from "./stored-content.ts";

/** What surrounds a circular: unit, people and their authorities. */
export type Surroundings = { unit: UnitRow; people: Map<string, PersonRow>; authorities: AuthorityRow[] };

export async function surroundingsOf(ctx: Context<Actor>, row: CircularRow): Promise<Surroundings> {
  // One after the other: a transaction is one connection.
  const unit = await findUnit(ctx.db, row.unitId);
  const authorities = await findAuthorities(ctx.db, row.unitId);
  const named = [row.draftedById, row.signatoryId, row.preparedById, ...row.reviews.map(({ userId }) => userId)];
  const ids = [...named, ...authorities.map(({ userId }) => userId)].filter((id) => id !== null);
  const people = await findPeople(ctx.db, { ids: [...new Set(ids)] });
  if (!unit) throw new AppError("not_found");
  return { unit, people: new Map(people.map((person) => [person.id, person])), authorities };
}

/** The record as its reader may see it, with what they may do next from the table the commands consult. */
export async function present(ctx: Context<Actor>, row: CircularRow): Promise<CircularRecord> {
  const around = await surroundingsOf(ctx, row);
  const list = row.distributionListId ? await findDirectoryList(ctx.db, row.distributionListId) : null;
  const stored = recipientsOf(row);
  const reachable = await reachableNow(ctx, row, stored);
  const recipients = stored.map((one) => reachable.find(({ id }) => id === one.id) ?? one);
  const signatory = signatoryOf(row, around, ctx.now);
  const { replaces, replacedBy } = await findReplacements(ctx.db, row.id);
  const reminderBasis = viewOf(row) === "draft" ? await findPlannedBasis(ctx.db, row.id) : null;
  const { id, version, draftedById, incomingLetter } = row;
  return {
    id,
    version,
    state: viewOf(row),
    content: contentOf(row),
    unit: { id: around.unit.id, name: around.unit.name, heading: around.unit.heading },
    incomingLetter: incomingLetter && { id: incomingLetter.id, label: letterLabel(incomingLetter) },
    replaces,
    replacedBy,
    distributionList: list && { id: list.id, name: list.name, version: row.distributionListVersion ?? list.version },
    template: templateOf(row),
    attachments: row.attachments.map(presentAttachment),
    recipients,
    reviews: row.reviews.map((review) => presentReview(review, around)),
    signatory: signatory && { ...signatory.person, lines: signatory.lines },
    draftedBy: personOf(around, draftedById),
    contentDigest: row.contentDigest && hex(row.contentDigest),
    document: documentOf(row),
    checks: checksOf(row, around, { recipients: reachable, reminderBasis, now: ctx.now }),
    proposedClosing: proposeClosing(recipients),
    size: sizeOf(row),
    dispatchedAt: row.dispatchedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    allowedActions: allowedActions(ctx.actor, row).filter((command) => !replacedBy || !isReplacing(command)),
  };
}

/** A circular is replaced once: while another one is prepared or sent in its place, no second one is begun. */
const isReplacing = (command: CircularCommand): boolean => (replacementKinds as readonly CircularCommand[]).includes(command);

/** A draft is judged by the directory of this moment, which submission will take (A5); from then on by its own copy. */
async function reachableNow({ db }: Context<Actor>, row: CircularRow, recipients: RecipientRow[]): Promise<RecipientRow[]> {
  if (viewOf(row) !== "draft") return recipients;
  const institutions = await findInstitutions(
    db,
    recipients.map(({ institutionId }) => institutionId),
  );
  const known = new Map(institutions.map(({ id, channels }) => [id, channels]));
  return recipients.flatMap((recipient) => {
    const channels = known.get(recipient.institutionId);
    return channels ? [{ ...recipient, channels }] : [];
  });
}

type Judged = { recipients: RecipientRow[]; reminderBasis: ReminderBasis | null; now: Date };

function checksOf(row: CircularRow, around: Surroundings, { recipients, reminderBasis, now }: Judged): CircularRecord["checks"] {
  const signatory = signatoryOf(row, around, now);
  return checkDraft({
    content: contentOf(row),
    recipients,
    attachmentCount: row.attachments.length,
    size: sizeOf(row),
    reviewerNames: currentReviews(row).map(({ userId }) => personOf(around, userId).name),
    signatory: signatory && {
      name: signatory.person.name,
      isDrafter: row.signatoryId === row.draftedById,
      hasAuthority: signatory.hasAuthority,
      stoodInForBy: signatory.authorityKind === "own" ? proxyOf(row, around, now) : null,
    },
    findings: lintLetter(
      writtenLetter({
        content: contentOf(row),
        heading: around.unit.heading,
        attachments: row.attachments,
        recipients,
        proposedClosing: proposeClosing(recipients),
        document: null,
      }),
    ),
    reminderBasis,
    today: localDateOf(now),
  });
}

export function contentOf(row: CircularRow): DraftContent {
  return {
    subject: row.subject,
    references: referencesOf(row),
    body: bodyOf(row),
    closing: row.closing,
    urgency: row.urgency as DraftContent["urgency"],
    dueOn: row.dueOn && localDate(row.dueOn),
    layout: row.layout as DraftContent["layout"],
    contact: { name: row.contactName, title: row.contactTitle, phone: row.contactPhone },
    distributionListId: row.distributionListId,
    recipients: row.recipients.map(({ institutionId, role }) => ({ institutionId, role: role as RecipientRole })),
    reviewerIds: currentReviews(row).map(({ userId }) => userId),
    signatoryId: row.signatoryId,
  };
}

const templateOf = ({ template, templateVersion }: CircularRow): CircularRecord["template"] =>
  template && templateVersion ? { id: template.id, name: template.name, version: templateVersion, current: template.version } : null;

export function recipientsOf(row: CircularRow): RecipientRow[] {
  return row.recipients.map(({ id, institutionId, position, name, dative, role, channels, institution }) => ({
    id,
    institutionId,
    position,
    name,
    dative,
    role: role as RecipientRole,
    relation: institution.relation as RecipientRow["relation"],
    kind: institution.kind as RecipientRow["kind"],
    channels: channelsOf({ channels }),
  }));
}

export function sizeOf(row: CircularRow): { bytes: number; limit: number } {
  const files = row.attachments.reduce((sum, { file }) => sum + file.size, 0);
  return { bytes: messageSize(files), limit: messageLimit };
}

/** The chosen signatory with the lines of the authority in force today (N2). */
export function signatoryOf(row: CircularRow, around: Surroundings, now: Date) {
  if (!row.signatoryId) return null;
  const person = personOf(around, row.signatoryId);
  const authority = authorityOn(around.authorities, { userId: row.signatoryId, unitId: row.unitId, date: localDateOf(now) });
  const lines = authority ? signatureLines(authority, authority.title) : [person.title];
  return { person, lines, hasAuthority: authority !== null, authorityKind: authority?.kind ?? null };
}

/** Who stands in for the office on this day and may sign this letter. */
function proxyOf(row: CircularRow, { people, authorities }: Surroundings, now: Date): string | null {
  const date = localDateOf(now);
  const able = [...people.values()].map(({ id, name }) => {
    return { id, name, authority: authorityOn(authorities, { userId: id, unitId: row.unitId, date }) };
  });
  const proposal = proposeSignatory(able, row.draftedById);
  return proposal?.kind === "proxy" ? (people.get(proposal.id)?.name ?? null) : null;
}

function personOf({ people }: Surroundings, id: string): Person {
  const person = people.get(id);
  return { id, name: person?.name ?? "Eski kullanıcı", title: person?.title ?? "" };
}

const letterLabel = ({ institution, letterOn, letterNumber }: NonNullable<CircularRow["incomingLetter"]>): string =>
  `${institution.name} · ${formatDate(localDate(letterOn))} · ${letterNumber}`;

const presentAttachment = ({ id, position, title, pages, file }: CircularRow["attachments"][number]) => ({
  id,
  position,
  title,
  pages,
  fileName: file.name,
  mediaType: file.mediaType,
  size: file.size,
  sha256: hex(file.sha256),
});

const presentReview = (review: CircularRow["reviews"][number], around: Surroundings) => ({
  round: review.round,
  position: review.position,
  person: personOf(around, review.userId),
  decision: review.decision as "initialled" | "returned" | null,
  comment: review.comment,
  digest: review.digest && hex(review.digest),
  decidedAt: review.decidedAt?.toISOString() ?? null,
});

function documentOf(row: CircularRow): CircularRecord["document"] {
  const { documentNumber, documentOn, verificationCode, documentDigest, preparedAt, signedAt } = row;
  if (!documentNumber || !documentOn || !verificationCode || !documentDigest || !preparedAt) return null;
  return {
    documentNumber,
    documentOn: localDate(documentOn),
    verificationCode: verificationCode.toUpperCase(),
    documentDigest: hex(documentDigest),
    pages: row.documentPages ?? 0,
    preparedAt: preparedAt.toISOString(),
    expiresAt: signedAt ? null : preparationExpiresAt(preparedAt).toISOString(),
    signedAt: signedAt?.toISOString() ?? null,
  };
}
