import type { z } from "zod";
import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { hex, sameBytes, sha256 } from "../../platform/crypto/digest.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { AppError } from "../../platform/errors.ts";
import { isDeliveryFailure } from "../delivery.ts";
import type {
  BoardCounts,
  BoardRow,
  readRecipientBoard as boardEndpoint,
  EvidenceRow,
  readRecipient as recipientEndpoint,
} from "../delivery-contract.ts";
import { type BoardCircular, findBoardRecipients, getBoardCircular } from "./board-repository.ts";
import { boardActions, boardRow, boardView, recipientActions } from "./board-row.ts";
import { channelOrder } from "./channel-order.ts";
import { deliveryEvents } from "./delivery-events.ts";
import { findEscalationsOf } from "./escalation-repository.ts";
import { type DeclarationRow, findDeclarations, findEvidenceOf, type StoredEvidence } from "./evidence-repository.ts";
import { findPhoneAnswers } from "./phone-repository.ts";
import { presentPhoneAnswers } from "./phone-views.ts";
import { findReplacements } from "./replacement-repository.ts";

/** Who has the letter, who has answered, from whom there is no word. Errors: `state_forbids` before dispatch. */
export async function readRecipientBoard(
  ctx: Context<Actor>,
  input: { circularId: string },
): Promise<z.input<typeof boardEndpoint.output>> {
  const circular = await getBoardCircular(ctx.db, input.circularId);
  const facts = dispatchedFacts(circular);
  const rows = (await findBoardRecipients(ctx.db, circular.id)).map((recipient) => boardRow(circular, recipient, ctx.now));
  const state = boardView(circular);
  const { replacedBy } = await findReplacements(ctx.db, circular.id);
  return {
    circular: {
      ...facts,
      replacedBy,
      id: circular.id,
      subject: circular.subject,
      state,
      dueOn: circular.dueOn && localDate(circular.dueOn),
    },
    counts: countsOf(rows),
    rows,
    allowedActions: boardActions(ctx.actor, state),
    asOf: ctx.now.toISOString(),
  };
}

function dispatchedFacts({ documentNumber, documentOn, dispatchedAt, contentDigest, documentDigest }: BoardCircular) {
  if (!documentNumber || !documentOn || !dispatchedAt || !contentDigest || !documentDigest) {
    throw new AppError("state_forbids", { message: "Yazı henüz dağıtılmadı; dağıtım tablosu gönderimle açılır." });
  }
  return {
    documentNumber,
    documentOn: localDate(documentOn),
    dispatchedAt: dispatchedAt.toISOString(),
    contentDigest: hex(contentDigest),
    documentDigest: hex(documentDigest),
  };
}

/** Counted from the rows of this same read, so that numbers and rows cannot disagree (N13). */
function countsOf(rows: BoardRow[]): BoardCounts {
  const count = (holds: (row: BoardRow) => boolean) => rows.filter(holds).length;
  const isRead = (row: BoardRow) => row.readAt !== null;
  const isDelivered = (row: BoardRow) => row.deliveredAt !== null || isRead(row);
  return {
    total: rows.length,
    submitted: count((row) => row.submittedAt !== null || isDelivered(row)),
    delivered: count(isDelivered),
    read: count(isRead),
    deemedRead: count((row) => row.deemedReadAt !== null),
    acknowledged: count((row) => row.acknowledgedAt !== null || row.actionReportedAt !== null),
    byPhone: count(isKnownByPhone),
    actionReported: count((row) => row.actionReportedAt !== null),
    waived: count((row) => row.waivedAt !== null),
    silent: count((row) => row.silent),
    failed: count((row) => isFailure(row.state)),
  };
}

const isKnownByPhone = (row: BoardRow) => (row.actionReportedAt ? row.actionReportedByPhone : row.acknowledgedByPhone);

const computedStates = ["deemed_read", "acknowledged", "action_reported", "waived"] as const;
type ComputedState = (typeof computedStates)[number];

const isComputed = (state: BoardRow["state"]): state is ComputedState => (computedStates as readonly string[]).includes(state);
const isFailure = (state: BoardRow["state"]): boolean => !isComputed(state) && isDeliveryFailure(state);

/** One recipient with the whole way to them; the raw evidence is checked against its digest at every reading. */
export async function readRecipient(
  ctx: Context<Actor>,
  input: { circularId: string; recipientId: string },
): Promise<z.input<typeof recipientEndpoint.output>> {
  const circular = await getBoardCircular(ctx.db, input.circularId);
  const [recipient] = await findBoardRecipients(ctx.db, circular.id, [input.recipientId]);
  if (!recipient) throw new AppError("not_found");
  const escalations = await findEscalationsOf(ctx.db, recipient.id);
  const named = escalations.filter(({ leftOutAt }) => leftOutAt === null).map(({ delivery }) => delivery.id);
  const evidence = await findEvidenceOf(ctx.db, recipient.id, named);
  const declarations = await findDeclarations(ctx.db, recipient.id);
  const phoneAnswers = await findPhoneAnswers(ctx.db, recipient.id);
  const { replacedBy } = await findReplacements(ctx.db, circular.id);
  return {
    row: boardRow(circular, recipient, ctx.now),
    channels: channelOrder(recipient),
    events: deliveryEvents(
      { recipient, escalations, evidence, declarations, phoneAnswers, replacedAt: replacedBy?.sentAt ?? null },
      ctx.now,
    ),
    evidence: evidence.map(evidenceRow),
    declarations: declarations.map(presentDeclaration),
    phoneAnswers: presentPhoneAnswers(phoneAnswers),
    allowedActions: recipientActions(ctx.actor, boardView(circular), recipient),
  };
}

/** The row again after a command on it. */
export async function presentRow(ctx: Context<Actor>, input: { circularId: string; recipientId: string }): Promise<BoardRow> {
  const circular = await getBoardCircular(ctx.db, input.circularId);
  const [recipient] = await findBoardRecipients(ctx.db, circular.id, [input.recipientId]);
  if (!recipient) throw new AppError("not_found");
  return boardRow(circular, recipient, ctx.now);
}

const evidenceRow = ({ raw, sha256: digest, eventAt, receivedAt, ...row }: StoredEvidence): EvidenceRow => ({
  id: row.id,
  kind: row.kind,
  outcome: row.outcome,
  source: row.source as EvidenceRow["source"],
  issuer: row.issuer,
  status: row.status as EvidenceRow["status"],
  signatureState: row.signatureState as EvidenceRow["signatureState"],
  eventAt: eventAt?.toISOString() ?? null,
  receivedAt: receivedAt.toISOString(),
  sha256: hex(digest),
  size: raw.length,
  mediaType: row.mediaType,
  ofSuperior: row.delivery?.purpose === "escalation",
  intact: sameBytes(sha256(raw), digest),
});

const presentDeclaration = ({ kind, source, declaredName, declaredTitle, note, declaredAt }: DeclarationRow) => ({
  kind,
  source,
  name: declaredName,
  title: declaredTitle,
  note,
  declaredAt: declaredAt.toISOString(),
});
