import { findUnit } from "../../access/server/queries.ts";
import { env } from "../../platform/config/env.ts";
import { installationMode } from "../../platform/db/installation-mode.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { type Db, scopeWhere } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import { formatDate } from "../../platform/locale/tr.ts";
import { buildEmailMessage } from "./channels/email-message.ts";
import { buildKepMessage } from "./channels/kep-message.ts";
import { type PreparedAttachments, prepareAttachments } from "./channels/message-parts.ts";
import type { DeliveryRow } from "./delivery-repository.ts";
import { type EscalationRow, findEscalations } from "./escalation-repository.ts";
import { escalationWords } from "./escalation-words.ts";
import { type ParcelLetter, parcelWords } from "./parcel-words.ts";
import { verificationLink } from "./printed-letter.ts";
import { linkAddress } from "./recipient-link.ts";
import { getFile } from "./repository.ts";
import { configuredSigner } from "./signer/configured-signer.ts";

type Letter = ParcelLetter & { kepAddress: string; emailAddress: string; attachments: PreparedAttachments };
type Addressee = { id: string; name: string; linkVersion: number };

/** `from` is the envelope's sender: whoever cannot deliver the message writes there. */
export type Parcel = { from: string; raw: Buffer };

export type Parcels = {
  /** Why this unit cannot send by this delivery's channel at all, in words; null when it can. */
  obstacleOf(delivery: DeliveryRow): string | null;
  /** Whom the message is for; null where everybody it would have named to a superior has answered. */
  addresseeOf(delivery: DeliveryRow): string | null;
  messageOf(delivery: DeliveryRow, now: Date): Promise<Parcel>;
};

const noAttachments = prepareAttachments([]);

const nothing: Parcels = {
  obstacleOf: () => null,
  addresseeOf: () => null,
  messageOf: () => Promise.reject(new AppError("not_found")),
};

/** Large files are encoded once a circular; the last few circulars stay at hand between batches. */
const kept = new Map<string, Letter>();
const keptAtMost = 4;

/** Everything the messages of a batch need, read in one short transaction; building them needs no database. */
export async function loadParcels(db: Db, deliveries: DeliveryRow[]): Promise<Parcels> {
  if (deliveries.length === 0) return nothing;
  const letters = new Map<string, Letter>();
  for (const id of new Set(deliveries.map(({ circularId }) => circularId)))
    letters.set(id, kept.get(id) ?? keep(id, await loadLetter(db, id)));
  const addressees = new Map((await findAddressees(db, deliveries)).map((addressee) => [addressee.id, addressee]));
  const escalations = await loadEscalations(db, deliveries);
  const mode = await installationMode(db);
  const signer = await configuredSigner(mode);
  const open = (delivery: DeliveryRow) => {
    const letter = letters.get(delivery.circularId);
    const addressee = addressees.get(delivery.recipientId);
    const escalation = escalations.get(delivery.id) ?? null;
    if (!letter || !addressee || (delivery.purpose === "escalation" && !escalation)) throw new AppError("not_found");
    return { letter, addressee, escalation };
  };
  return {
    obstacleOf: (delivery) => obstacleOf(open(delivery).letter, delivery),
    addresseeOf(delivery) {
      const { addressee, escalation } = open(delivery);
      if (!escalation) return addressee.name;
      return escalation.recipients.length > 0 ? escalation.name : null;
    },
    async messageOf(delivery, now) {
      const { letter, addressee, escalation } = open(delivery);
      const { channel, messageId } = delivery;
      const purpose = delivery.purpose === "letter" ? "letter" : "reminder";
      const { name } = escalation ?? addressee;
      const words = escalation
        ? escalationWords({ letter, escalation, mode })
        : parcelWords({ letter, addressee: name, link: linkAddress(addressee), purpose, channel, mode });
      const attachments = purpose === "letter" ? letter.attachments : noAttachments;
      const content = { ...words, to: { name, address: delivery.address }, messageId, date: now, attachments };
      if (channel === "email") {
        const raw = buildEmailMessage({ ...content, from: { name: letter.senderName, address: letter.emailAddress } });
        return { from: env.EMAIL_RETURN_ADDRESS ?? letter.emailAddress, raw };
      }
      const from = { name: letter.senderName, address: letter.kepAddress };
      return {
        from: from.address,
        raw: await buildKepMessage({ ...content, from, messageType: "standart", packageId: delivery.id, signer }),
      };
    },
  };
}

/** Without a sender's address there is nothing to send from, and no later try would find one: the next channel begins. */
const obstacleOf = ({ senderName, emailAddress }: Letter, { channel }: DeliveryRow): string | null =>
  channel === "email" && emailAddress === "" ? `${senderName}: birimin e-posta adresi yazılmamış` : null;

function keep(id: string, letter: Letter): Letter {
  kept.set(id, letter);
  const [oldest] = kept.keys();
  if (kept.size > keptAtMost && oldest) kept.delete(oldest);
  return letter;
}

async function loadLetter(db: Db, circularId: string): Promise<Letter> {
  const row = await findLetter(db, circularId);
  const unit = row && (await findUnit(db, row.unitId));
  if (!unit || !row.documentFileId || !row.signatureFileId || !row.documentNumber || !row.documentOn) throw new AppError("not_found");
  const files = [await getFile(db, row.documentFileId), await getFile(db, row.signatureFileId)];
  for (const { fileId } of row.attachments) files.push(await getFile(db, fileId));
  return {
    subject: row.subject,
    number: row.documentNumber,
    on: formatDate(localDate(row.documentOn)),
    dueOn: row.dueOn && formatDate(localDate(row.dueOn)),
    verification: verificationOf(row.verificationCode),
    senderName: unit.name,
    kepAddress: unit.kepAddress,
    emailAddress: unit.email,
    attachments: prepareAttachments(files.map(({ name, mediaType, bytes }) => ({ filename: name, mediaType, bytes: Buffer.from(bytes) }))),
  };
}

function verificationOf(stored: string | null): Letter["verification"] {
  const code = stored?.toUpperCase();
  return code ? { code, link: verificationLink(env.PUBLIC_URL, code) } : null;
}

/** Not the whole circular: its thousands of recipients are loaded batch by batch. */
async function findLetter(db: Db, id: string) {
  return db.tx.circular.findFirst({
    where: { id, ...scopeWhere(db.scope) },
    select: {
      unitId: true,
      subject: true,
      documentNumber: true,
      documentOn: true,
      verificationCode: true,
      dueOn: true,
      documentFileId: true,
      signatureFileId: true,
      attachments: { select: { fileId: true }, orderBy: { position: "asc" } },
    },
  });
}

async function findAddressees(db: Db, deliveries: DeliveryRow[]): Promise<Addressee[]> {
  const ids = deliveries.map(({ recipientId }) => recipientId);
  const where = { id: { in: ids }, ...scopeWhere(db.scope) };
  return db.tx.circularRecipient.findMany({ where, select: { id: true, name: true, linkVersion: true } });
}

async function loadEscalations(db: Db, deliveries: DeliveryRow[]): Promise<Map<string, EscalationRow>> {
  const ids = deliveries.filter(({ purpose }) => purpose === "escalation").map(({ id }) => id);
  return new Map((await findEscalations(db, ids)).map((row) => [row.deliveryId, row]));
}
