// NVİ's answers move lines forward, never back; the same bytes count once, whoever brings them. A file with one wrong line is
// refused whole, so that nobody has to find out which half was taken.
import type { Actor } from "../../access/policy.ts";
import { systemActor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import { env } from "../../platform/config/env.ts";
import type { Context } from "../../platform/context.ts";
import { hex, ownBytes, sha256 } from "../../platform/crypto/digest.ts";
import { enterCountry } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { assertPartnerKey } from "../../platform/http/partner-key.ts";
import { effectOf } from "../batch.ts";
import type {
  AnswerOutcome,
  LineState,
  receivePartnerAnswers as receiveEndpoint,
  takeBatchAnswers as takeEndpoint,
} from "../production-contract.ts";
import { padded } from "../serial-ranges.ts";
import { type BatchCase, openBatch } from "./batch-record.ts";
import { findBatch, findBatchId, type LineChange, updateBatch, updateLines } from "./batch-repository.ts";
import { changeCards } from "./card-events.ts";
import { openExceptions } from "./exception-repository.ts";
import { type PartnerAnswer, readPartnerAnswers, refused } from "./partner-answer-file.ts";
import { findMessage, insertMessage } from "./partner-repository.ts";
import { findCards, lockCards, type StoredCard } from "./repository.ts";

export async function takeBatchAnswers(ctx: Context<Actor>, { batchId, file }: ParsedInputOf<typeof takeEndpoint>): Promise<AnswerOutcome> {
  const { batchNumber, answers } = await readPartnerAnswers(file.bytes);
  return await take(ctx, { batchId, batchNumber, answers, bytes: file.bytes, source: "file" });
}

export async function receivePartnerAnswers(
  ctx: Context<Actor>,
  { partnerKey, file }: ParsedInputOf<typeof receiveEndpoint>,
): Promise<AnswerOutcome> {
  assertPartnerKey(partnerKey, env.NVI_KEY);
  const inCountry = { ...ctx, db: await enterCountry(ctx.db), actor: { ...systemActor(null), name: "NVİ" } };
  const { batchNumber, answers } = await readPartnerAnswers(file.bytes);
  const batchId = batchNumber && (await findBatchId(inCountry.db, batchNumber));
  if (!batchId) throw refused("Dosyada parti numarası yok ya da böyle bir parti yok.");
  return await take(inCountry, { batchId, batchNumber, answers, bytes: file.bytes, source: "endpoint" });
}

type Taken = {
  batchId: string;
  batchNumber: string | null;
  answers: PartnerAnswer[];
  bytes: Uint8Array;
  source: "file" | "endpoint";
};

async function take(ctx: Context<Actor>, { batchId, batchNumber, answers, bytes, source }: Taken): Promise<AnswerOutcome> {
  const digest = ownBytes(sha256(bytes));
  const earlier = await findMessage(ctx.db, digest);
  if (earlier) return await repeated(ctx, earlier, batchId);
  const one = await openBatch(ctx, { batchId }, "take_answers");
  const { batch } = one;
  if (batchNumber !== null && batchNumber !== batch.number) throw refused(`Dosya ${batchNumber} partisinin; bu parti ${batch.number}.`);
  const { changes, counts } = await judge(ctx, one, answers);
  await updateLines(ctx.db, batch.id, changes, ctx.now);
  await tellCards(ctx, one, changes);
  await updateBatch(ctx.db, batch, { state: "in_production" });
  const summary = { lines: answers.length, ...counts };
  const who = { receivedAt: ctx.now, receivedByName: ctx.actor.name };
  await insertMessage(ctx.db, {
    partner: "nvi",
    kind: "batch_answer",
    batchId,
    sha256: digest,
    bytes: ownBytes(bytes),
    source,
    summary,
    ...who,
  });
  const payload = { sha256: hex(digest), source, lines: answers.length, errors: counts.errors };
  await record(ctx, { action: "batch.answered", subjectKind: "batch", subjectId: batch.id, provinceId: null, payload });
  return { batchId, batchNumber: batch.number, isRepeated: false, ...counts };
}

type Counts = Pick<AnswerOutcome, "received" | "validated" | "printed" | "errors" | "unchanged">;

async function repeated(
  { db }: Context<Actor>,
  earlier: { batchId: string | null; summary: Record<string, number> },
  batchId: string,
): Promise<AnswerOutcome> {
  const batch = await findBatch(db, batchId);
  if (!batch) throw new AppError("not_found");
  if (earlier.batchId !== batch.id) throw refused("Bu dosya daha önce başka bir parti için işlendi.");
  const count = (name: keyof Counts) => earlier.summary[name] ?? 0;
  return {
    batchId: batch.id,
    batchNumber: batch.number,
    isRepeated: true,
    received: count("received"),
    validated: count("validated"),
    printed: count("printed"),
    errors: count("errors"),
    unchanged: count("unchanged"),
  };
}

const counter = { received: "received", validated: "validated", printed: "printed", error: "errors" } as const;

/** Every answer against its line before any of them counts; the last word of a file about a line stands. */
async function judge(ctx: Context<Actor>, { batch, lines }: BatchCase, answers: readonly PartnerAnswer[]) {
  const cards = new Map(
    (
      await findCards(
        ctx.db,
        lines.map(({ cardId }) => cardId),
      )
    ).map((card) => [card.id, card]),
  );
  const byLine = new Map(lines.map((line) => [line.line, line]));
  const states = new Map<number, LineState>(lines.map(({ line, state }) => [line, state]));
  const changes = new Map<number, LineChange>();
  const counts: Counts = { received: 0, validated: 0, printed: 0, errors: 0, unchanged: 0 };
  for (const answer of answers) {
    const line = byLine.get(answer.line);
    if (!line) throw refused(`${answer.row}. satır: partide ${answer.line} numaralı satır yok.`);
    if (cards.get(line.cardId)?.number !== answer.cardNumber)
      throw refused(`${answer.row}. satır: kart numarası ${answer.line}. satırın kartı değil.`);
    const effect = effectOf(states.get(answer.line) ?? line.state, answer.state);
    if (effect === "refused") throw refused(`${answer.row}. satır: ${answer.line}. satır için daha önce bildirilenle çelişiyor.`);
    const serial = line.serial === null ? "" : batch.series + padded(line.serial, batch.inSeries.digits);
    if (effect === "advance" && serial !== answer.serialNumber)
      throw refused(`${answer.row}. satır: seri numarası bu satıra ayrılan ${serial} değil.`);
    counts[effect === "late" ? "unchanged" : counter[answer.state]] += 1;
    if (effect === "late") continue;
    states.set(answer.line, answer.state);
    // A blank that was never printed on is free again, and goes back to the vault when the batch ends.
    const fault = answer.state === "error" ? { serial: null, errorCode: answer.code, errorText: answer.text } : {};
    changes.set(answer.line, { line: answer.line, state: answer.state, ...fault });
  }
  return { changes: [...changes.values()], counts };
}

async function tellCards(ctx: Context<Actor>, { batch, lines }: BatchCase, changes: readonly LineChange[]): Promise<void> {
  const cardIdOf = new Map(lines.map(({ line, cardId }) => [line, cardId]));
  const told = new Map(changes.map((change) => [cardIdOf.get(change.line) ?? "", change]));
  const cards = await lockCards(ctx.db, [...told.keys()]);
  const inState = (state: LineState) => cards.filter(({ id }) => told.get(id)?.state === state);
  const printed = inState("printed");
  await changeCards(
    ctx,
    printed.map((card) => ({ card, axis: "work", kind: "personalised", columns: { work: "personalised" } })),
  );
  await reject(ctx, inState("error"), (card) => faultText(told.get(card.id), batch.number));
}

const faultText = (change: LineChange | undefined, batchNumber: string): string =>
  `${batchNumber}, ${change?.line}. satır: ${change?.errorCode ?? ""} ${change?.errorText ?? ""}`.trim();

/** The card leaves its batch and waits for its record to be put right; an ended permit's card is made no more. */
async function reject(ctx: Context<Actor>, cards: readonly StoredCard[], textOf: (card: StoredCard) => string): Promise<void> {
  await changeCards(
    ctx,
    cards.map((card) => ({ card, axis: "work", kind: "rejected", columns: rejectedColumns(card), reason: textOf(card) })),
  );
  await openExceptions(
    ctx,
    cards.filter(({ validity }) => validity !== "invalidated").map((card) => ({ card, kind: "partner_error", detail: textOf(card) })),
  );
}

const rejectedColumns = ({ validity }: StoredCard) =>
  ({ work: validity === "invalidated" ? "closed" : "rejected_by_partner", batchId: null }) as const;
