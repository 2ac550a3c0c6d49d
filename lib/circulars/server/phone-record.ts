import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { canonicalJson } from "../../platform/crypto/canonical.ts";
import { hex } from "../../platform/crypto/digest.ts";
import type { PhoneAnswer } from "../phone-answer.ts";
import type { BoardCircular, BoardRecipient } from "./board-repository.ts";

type About = { circular: BoardCircular; recipient: BoardRecipient };
type Said = Pick<PhoneAnswer, "statement" | "spokenAt" | "answerBy" | "reversesId"> & {
  spokenName: string;
  spokenTitle: string;
  note: string;
};

/** The record as its bytes are kept: they are the evidence (N6), and say themselves whose word they are. */
export function phoneRecordBytes(ctx: Context<Actor>, { circular, recipient }: About, { spokenAt, ...said }: Said): Buffer {
  const kept = {
    ...said,
    kind: "phone_answer",
    source: "telefonla alınan beyan",
    circularId: circular.id,
    recipientId: recipient.id,
    recipientName: recipient.name,
    contentDigest: circular.contentDigest ? hex(circular.contentDigest) : "",
    spokenAt: spokenAt?.toISOString() ?? null,
    recordedById: ctx.actor.id,
    recordedName: ctx.actor.name,
    recordedAt: ctx.now.toISOString(),
  };
  return Buffer.from(canonicalJson(kept), "utf8");
}
