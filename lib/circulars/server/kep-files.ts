import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { hex, sha256 } from "../../platform/crypto/digest.ts";
import { AppError } from "../../platform/errors.ts";
import type { FileAnswer } from "../../platform/http/files.ts";
import { isReplaced } from "../circular.ts";
import { type BoardRecipient, findBoardRecipients, getBoardCircular } from "./board-repository.ts";
import { deliveriesOf, waitsForItsFile } from "./board-row.ts";
import { type KepFile, kepFileArchive } from "./channels/kep-file.ts";
import { isSubmittedByMachine } from "./configured-channels.ts";
import { findDeliveries } from "./delivery-repository.ts";
import { leaveOutAnswered } from "./escalation-repository.ts";
import { loadParcels } from "./parcel.ts";

/**
 * Signed messages for a provider without SMTP, one file a recipient. Only what was certainly never handed over, and only
 * where this installation does not submit KEP itself: two ways for one message would be two hand-overs (N5).
 */
export async function readKepFiles(ctx: Context<Actor>, input: { circularId: string }): Promise<FileAnswer> {
  const circular = await getBoardCircular(ctx.db, input.circularId);
  if (!circular.dispatchedAt || !circular.documentNumber) throw new AppError("state_forbids", { message: "Yazı henüz dağıtılmadı." });
  if (isReplaced(circular.state)) throw new AppError("state_forbids", { message: "Yazı artık yürürlükte değil; iletileri gönderilmez." });
  const recipients = await findBoardRecipients(ctx.db, circular.id);
  const files = await filesOf(ctx, recipients);
  if (files.length === 0 && isSubmittedByMachine("kep")) {
    throw new AppError("mode_forbids", { message: "Bu kurulumda KEP iletilerini sistem kendisi gönderir; dosyayla gönderim kapalıdır." });
  }
  if (files.length === 0) throw new AppError("state_forbids", { message: "Dosyayla gönderilmeyi bekleyen KEP iletisi yok." });
  const { documentNumber, subject, dispatchedAt } = circular;
  const bytes = await kepFileArchive(files, { documentNumber, subject, at: dispatchedAt });
  await record(ctx, {
    action: "circular.files_downloaded",
    subjectKind: "circular",
    subjectId: circular.id,
    provinceId: circular.provinceId,
    payload: { files: files.length, sha256: hex(sha256(bytes)) },
  });
  return { name: `${documentNumber}-kep.zip`, mediaType: "application/zip", bytes: new Uint8Array(bytes), inline: false };
}

async function filesOf(ctx: Context<Actor>, recipients: BoardRecipient[]): Promise<KepFile[]> {
  const waiting = recipients.flatMap((recipient) =>
    (["letter", "reminder", "escalation"] as const).flatMap((purpose) => deliveriesOf(recipient, purpose)).filter(neverHandedOver),
  );
  const ids = waiting.map(({ id }) => id);
  const deliveries = new Map((await findDeliveries(ctx.db, ids)).map((row) => [row.id, row]));
  await leaveOutAnswered(ctx.db, ids, ctx.now);
  const parcels = await loadParcels(ctx.db, [...deliveries.values()]);
  const files: KepFile[] = [];
  for (const id of ids) {
    const delivery = deliveries.get(id);
    const recipientName = delivery ? parcels.addresseeOf(delivery) : null;
    if (!delivery || recipientName === null) continue;
    const { raw } = await parcels.messageOf(delivery, ctx.now);
    files.push({ recipientName, to: delivery.address, messageId: delivery.messageId, raw });
  }
  return files;
}

/** What was planned for a person stays theirs, also where KEP has been connected since. */
function neverHandedOver({ channel, state, nextCheckAt }: ReturnType<typeof deliveriesOf>[number]): boolean {
  if (channel !== "kep") return false;
  if (isSubmittedByMachine("kep")) return waitsForItsFile({ channel, state, nextCheckAt });
  return state === "planned" || state === "retrying" || state === "expired";
}
