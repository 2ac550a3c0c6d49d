import { findUnit } from "../../access/server/queries.ts";
import { type InstallationMode, installationMode } from "../../platform/db/installation-mode.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { type Db, scopeWhere } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import { formatDate } from "../../platform/locale/tr.ts";
import { buildKepMessage, type PreparedAttachments, prepareAttachments } from "./channels/kep-message.ts";
import type { DeliveryRow } from "./delivery-repository.ts";
import { linkAddress } from "./recipient-link.ts";
import { getFile } from "./repository.ts";
import { configuredSigner } from "./signer/configured-signer.ts";

type Sender = { name: string; address: string };
type Letter = { subject: string; number: string; on: string; dueOn: string | null; sender: Sender; attachments: PreparedAttachments };
type Addressee = { id: string; name: string; linkVersion: number };

export type Parcels = { messageOf(delivery: DeliveryRow, now: Date): Promise<{ from: string; raw: Buffer }> };

/** Large files are encoded once a circular; the last few circulars stay at hand between batches. */
const kept = new Map<string, Letter>();
const keptAtMost = 4;

/** Everything the messages of a batch need, read in one short transaction; building them needs no database. */
export async function loadParcels(db: Db, deliveries: DeliveryRow[]): Promise<Parcels> {
  if (deliveries.length === 0) return { messageOf: () => Promise.reject(new AppError("not_found")) };
  const letters = new Map<string, Letter>();
  for (const id of new Set(deliveries.map(({ circularId }) => circularId)))
    letters.set(id, kept.get(id) ?? keep(id, await loadLetter(db, id)));
  const addressees = new Map((await findAddressees(db, deliveries)).map((addressee) => [addressee.id, addressee]));
  const mode = await installationMode(db);
  const signer = await configuredSigner(mode);
  return {
    async messageOf(delivery, now) {
      const letter = letters.get(delivery.circularId);
      const addressee = addressees.get(delivery.recipientId);
      if (!letter || !addressee) throw new AppError("not_found");
      const raw = await buildKepMessage({
        from: letter.sender,
        to: { name: addressee.name, address: delivery.address },
        ...wording(delivery.purpose, letter, addressee, mode),
        messageId: delivery.messageId,
        messageType: "standart",
        packageId: delivery.id,
        date: now,
        signer,
      });
      return { from: letter.sender.address, raw };
    },
  };
}

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
    sender: { name: unit.name, address: unit.kepAddress },
    attachments: prepareAttachments(files.map(({ name, mediaType, bytes }) => ({ filename: name, mediaType, bytes: Buffer.from(bytes) }))),
  };
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
      dueOn: true,
      documentFileId: true,
      signatureFileId: true,
      attachments: { select: { fileId: true }, orderBy: { position: "asc" } },
    },
  });
}

async function findAddressees(db: Db, deliveries: DeliveryRow[]): Promise<Addressee[]> {
  const ids = deliveries.map(({ recipientId }) => recipientId);
  return db.tx.circularRecipient.findMany({
    where: { id: { in: ids }, ...scopeWhere(db.scope) },
    select: { id: true, name: true, linkVersion: true },
  });
}

const noAttachments = prepareAttachments([]);

/** What the institution's clerk reads in the mailbox; a reminder carries the link, not the letter again. */
function wording(purpose: DeliveryRow["purpose"], letter: Letter, addressee: Addressee, mode: InstallationMode) {
  const isReminder = purpose === "reminder";
  const notice = mode === "production" ? [] : ["Bu ileti sınama ortamından gönderilmiştir; hukuki sonuç doğurmaz.", ""];
  const opening = isReminder
    ? `${letter.on} tarihli ve ${letter.number} sayılı yazının alındığı henüz bildirilmemiştir.`
    : `${letter.on} tarihli ve ${letter.number} sayılı yazı ektedir.`;
  const due = letter.dueOn ? [`Bildirim için son gün: ${letter.dueOn}`, ""] : [];
  const text = [
    ...notice,
    addressee.name,
    "",
    opening,
    `Konu: ${letter.subject}`,
    "",
    ...due,
    "Yazıyı aldığınızı bildirmek için:",
    linkAddress(addressee),
    "",
    "Bu bağlantı kurumunuza özeldir.",
    "",
    letter.sender.name,
  ];
  return {
    subject: isReminder ? `Hatırlatma: ${letter.subject}` : letter.subject,
    text: text.join("\n"),
    attachments: isReminder ? noAttachments : letter.attachments,
  };
}
