import type { z } from "zod";
import type { Actor } from "../../access/policy.ts";
import { findUnit } from "../../access/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { AppError } from "../../platform/errors.ts";
import type { readCoverList as coverListEndpoint } from "../delivery-contract.ts";
import { isTerminal } from "../recipient.ts";
import { type BoardRecipient, findBoardRecipients, getBoardCircular } from "./board-repository.ts";
import { declaredOf, deliveriesOf } from "./board-row.ts";
import { isWired } from "./channels/wired-channel.ts";

type Answer = z.input<typeof coverListEndpoint.output>;

/** The list an officer takes along: whom the letter still goes to by hand or post; what is recorded is off it. */
export async function readCoverList(ctx: Context<Actor>, input: { circularId: string }): Promise<Answer> {
  const circular = await getBoardCircular(ctx.db, input.circularId);
  if (!circular.documentNumber || !circular.documentOn || !circular.dispatchedAt) {
    throw new AppError("state_forbids", { message: "Yazı henüz dağıtılmadı; teslim listesi gönderimden sonra alınır." });
  }
  const unit = await findUnit(ctx.db, circular.unitId);
  const recipients = await findBoardRecipients(ctx.db, circular.id);
  return {
    subject: circular.subject,
    documentNumber: circular.documentNumber,
    documentOn: localDate(circular.documentOn),
    unitName: unit?.name ?? "",
    rows: recipients.flatMap(coverRow),
  };
}

function coverRow(recipient: BoardRecipient): Answer["rows"] {
  if (isTerminal(declaredOf(recipient))) return [];
  const attempts = deliveriesOf(recipient, "letter").filter(({ channel }) => !isWired(channel));
  const delivery = attempts.at(-1);
  if (!delivery || attempts.some(({ state }) => state !== "planned")) return [];
  const { position, name } = recipient;
  return [{ position, name, channel: delivery.channel === "post" ? "post" : "hand", address: delivery.address }];
}
