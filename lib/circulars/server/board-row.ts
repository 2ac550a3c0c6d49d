import { type Actor, can } from "../../access/policy.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { type CircularView, circularView, isAllowed, isReplaced } from "../circular.ts";
import type { DeliveryState } from "../delivery.ts";
import type { BoardRow, OpenTask, RecipientAction } from "../delivery-contract.ts";
import { recipientSentence } from "../delivery-words.ts";
import { deemedReading, furthestDelivery, isSilent, isTerminal, type RecipientRole, recipientState } from "../recipient.ts";
import type { BoardCircular, BoardDelivery, BoardRecipient } from "./board-repository.ts";
import { isWired } from "./channels/wired-channel.ts";
import type { DeliveryPurpose } from "./delivery-repository.ts";
import { channelsOf } from "./stored-content.ts";

type TypedDelivery = Omit<BoardDelivery, "state"> & { state: DeliveryState };

export const deliveriesOf = (recipient: BoardRecipient, purpose: DeliveryPurpose): TypedDelivery[] =>
  recipient.deliveries.filter((delivery) => delivery.purpose === purpose).map((row) => ({ ...row, state: row.state as DeliveryState }));

export const roleOf = ({ role }: { role: string }): RecipientRole => (role === "information" ? "information" : "action");

/** What was declared or waived, as the rules read it. */
export const declaredOf = <T extends { role: string; acknowledgedAt: Date | null; actionReportedAt: Date | null; waivedAt: Date | null }>(
  row: T,
) => ({ ...row, role: roleOf(row) });

export const boardView = (circular: BoardCircular): CircularView =>
  circularView(circular.state as Parameters<typeof circularView>[0], circular.recipients.map(declaredOf));

/** One row of the board; every word and state of it is computed at this moment from the stored acts. */
export function boardRow(circular: BoardCircular, recipient: BoardRecipient, now: Date): BoardRow {
  const letters = deliveriesOf(recipient, "letter");
  const furthest = furthestDelivery(letters);
  const deemed = furthest && deemedReading(furthest, now);
  const state = recipientState({ ...declaredOf(recipient), deliveries: letters }, now);
  const task = openTaskOf(recipient);
  const standing = {
    state,
    role: roleOf(recipient),
    channel: furthest?.channel ?? null,
    deliveredAt: furthest?.deliveredAt ?? null,
    deemedReadAt: deemed?.at ?? null,
    nextCheckAt: furthest?.nextCheckAt ?? null,
    waiveReason: recipient.waiveReason,
    dueOn: circular.dueOn && localDate(circular.dueOn),
    byPhone: isKnownByPhone(recipient),
    promisedOn: recipient.promisedOn && localDate(recipient.promisedOn),
    hasTask: task !== null && task.kind !== "hand_delivery",
    isReplaced: isReplaced(circular.state),
  };
  return {
    id: recipient.id,
    position: recipient.position,
    name: recipient.name,
    phone: recipient.institution.phone,
    role: roleOf(recipient),
    channel: (furthest?.channel as BoardRow["channel"]) ?? null,
    address: furthest?.address ?? "",
    state,
    sentence: recipientSentence(standing, now),
    tryCount: furthest?.tryCount ?? 0,
    attempt: furthest ? letters.indexOf(furthest) + 1 : 0,
    ...instantsOf(recipient, furthest, deemed?.at ?? null),
    acknowledgedByPhone: recipient.acknowledgedByPhone,
    actionReportedByPhone: recipient.actionReportedByPhone,
    promisedOn: recipient.promisedOn && localDate(recipient.promisedOn),
    task,
    // Of a letter that was replaced nobody owes a word.
    silent: isSilent(declaredOf(recipient)) && !isReplaced(circular.state),
    byFile: deliveryByFile(recipient) !== null,
    version: recipient.version,
  };
}

/** The answer that decides where the recipient stands was given on the telephone. */
const isKnownByPhone = ({ actionReportedAt, actionReportedByPhone, acknowledgedByPhone }: BoardRecipient): boolean =>
  actionReportedAt === null ? acknowledgedByPhone : actionReportedByPhone;

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

const instantsOf = (recipient: BoardRecipient, furthest: TypedDelivery | null, deemedReadAt: Date | null) => ({
  submittedAt: iso(furthest?.submittedAt ?? furthest?.acceptedAt),
  deliveredAt: iso(furthest?.deliveredAt),
  readAt: iso(furthest?.readAt),
  deemedReadAt: iso(deemedReadAt),
  acknowledgedAt: iso(recipient.acknowledgedAt),
  actionReportedAt: iso(recipient.actionReportedAt),
  waivedAt: iso(recipient.waivedAt),
  remindedAt: iso(recipient.remindedAt),
  nextCheckAt: iso(furthest?.nextCheckAt),
});

function openTaskOf({ tasks }: BoardRecipient): OpenTask | null {
  const open = tasks.find(({ closedAt }) => closedAt === null);
  return open ? { id: open.id, kind: open.kind as OpenTask["kind"], detail: open.detail, createdAt: open.createdAt.toISOString() } : null;
}

/** The attempt that certainly reached a mailbox by wire, the latest first: the way a reminder goes. */
export function workingDelivery(recipient: BoardRecipient): TypedDelivery | null {
  return deliveriesOf(recipient, "letter").findLast(wentByWire) ?? null;
}

export const wentByWire = ({ channel, state }: { channel: string; state: string }): boolean =>
  isWired(channel) && ["submitted", "accepted", "delivered", "read"].includes(state);

/** The KEP message that an officer carries to the provider's own screen: the letter's, then a reminder's. */
export function deliveryByFile(recipient: BoardRecipient): TypedDelivery | null {
  const all = [...deliveriesOf(recipient, "letter"), ...deliveriesOf(recipient, "reminder"), ...deliveriesOf(recipient, "escalation")];
  return all.find(waitsForItsFile) ?? null;
}

/** Never handed over by wire: only such a message may be carried to the provider as a file (N5). */
export const waitsForItsFile = ({ channel, state, nextCheckAt }: { channel: string; state: string; nextCheckAt: Date | null }): boolean =>
  channel === "kep" && state === "planned" && nextCheckAt === null;

/**
 * The e-mail whose recipient is silent and has another channel left: the only case in which a person goes on by
 * themselves. KEP proves its failures, and what a machine still tries is not overtaken.
 */
export function unprovenDelivery(recipient: BoardRecipient): TypedDelivery | null {
  const [last] = deliveriesOf(recipient, "letter").toSorted((a, b) => b.channelIndex - a.channelIndex || b.attempt - a.attempt);
  if (last?.channel !== "email" || last.state !== "submitted" || !isSilent(declaredOf(recipient))) return null;
  return last.channelIndex + 1 < channelsOf(recipient).length ? last : null;
}

const permissionOf = {
  remind: "circular:remind",
  waive: "recipient:waive",
  record_phone_answer: "delivery:record",
  reverse_phone_answer: "delivery:record",
  record_hand_delivery: "delivery:record",
  record_submission: "delivery:record",
  try_next_channel: "delivery:record",
  upload_evidence: "evidence:upload",
  resolve_task: "task:resolve",
} as const satisfies Record<RecipientAction, string>;

/** What this actor may do on the board in this state; the commands ask the same question. */
export function boardActions(actor: Actor, view: CircularView): RecipientAction[] {
  const actions = Object.keys(permissionOf) as RecipientAction[];
  return actions.filter((action) => can(actor, permissionOf[action]) && isPossible(action, view) && isOwn(actor, action));
}

/** A recipient's questions are decided in its province; the Ministry holds the permission for those without one. */
const isOwn = ({ provinceId }: Actor, action: RecipientAction): boolean => action !== "resolve_task" || provinceId !== null;

function isPossible(action: RecipientAction, view: CircularView): boolean {
  // What was sent before the letter was replaced may still be proved.
  if (action === "upload_evidence" && isReplaced(view)) return true;
  // Late evidence, corrections and decisions are still taken in after completion; the rest asks for an open circular.
  if (action === "upload_evidence" || action === "resolve_task" || action === "reverse_phone_answer") return isAllowed(view, "acknowledge");
  return isAllowed(view, action === "waive" ? "waive" : "remind");
}

/** The board's actions narrowed to what this recipient still needs. */
export function recipientActions(actor: Actor, view: CircularView, recipient: BoardRecipient): RecipientAction[] {
  const declared = declaredOf(recipient);
  const needed: Record<RecipientAction, boolean> = {
    remind: isSilent(declared) && workingDelivery(recipient) !== null,
    waive: !isTerminal(declared),
    record_phone_answer: !isTerminal(declared),
    // Which one stands is asked by the command.
    reverse_phone_answer: true,
    record_hand_delivery: !isTerminal(declared),
    record_submission: deliveryByFile(recipient) !== null,
    try_next_channel: unprovenDelivery(recipient) !== null,
    upload_evidence: true,
    resolve_task: openTaskOf(recipient) !== null,
  };
  return boardActions(actor, view).filter((action) => needed[action]);
}
