// From the envelope to PTT's signature (K3, K4). A card is handed over once it has a barcode and a line; that is the moment it
// becomes valid, and the moment the card it replaces ends.
import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { InvalidReason, RequestReason } from "../contract.ts";
import type {
  drawUpManifest as drawUpEndpoint,
  handOverManifest as handOverEndpoint,
  LineDecision,
  ManifestRecord,
  resolveManifest as resolveEndpoint,
} from "../manifest-contract.ts";
import { changeCards } from "./card-events.ts";
import { openManifest, readManifest } from "./manifest-record.ts";
import { insertManifest, markLines, type StoredManifestLine, takePacked, updateManifest } from "./manifest-repository.ts";
import { activeCardsOf, nextOf } from "./production-repository.ts";
import { findCards, lockCards, type StoredCard } from "./repository.ts";

export async function drawUpManifest(ctx: Context<Actor>, { count }: ParsedInputOf<typeof drawUpEndpoint>): Promise<ManifestRecord> {
  const { db, now, actor } = ctx;
  const ids = await takePacked(db, count);
  const byId = new Map((await findCards(db, ids)).map((card) => [card.id, card]));
  const cards = ids.flatMap((id) => byId.get(id) ?? []);
  if (cards.length === 0) throw new AppError("conflict", { message: "Teslim edilecek paketlenmiş kart yok." });
  const number = await nextOf(db, "manifest", localDateOf(now).slice(0, 4));
  const isDemo = cards.every((card) => card.isDemo);
  const manifestId = await insertManifest(
    db,
    { number, total: cards.length, createdAt: now, createdByName: actor.name, isDemo },
    cards.map(({ id, barcode }) => ({ id, barcode: barcode ?? "" })),
  );
  const payload = { number, cards: cards.length };
  await record(ctx, { action: "manifest.drawn_up", subjectKind: "manifest", subjectId: manifestId, provinceId: null, payload });
  return await readManifest(ctx, { manifestId });
}

export async function handOverManifest(ctx: Context<Actor>, input: ParsedInputOf<typeof handOverEndpoint>): Promise<ManifestRecord> {
  const { manifest, lines } = await openManifest(ctx, input, "hand_over");
  const cards = await lockCards(ctx.db, cardIdsOf(lines));
  const leaving = cards.filter(({ work, validity }) => work === "packed" && validity !== "invalidated");
  if (leaving.length === 0) throw new AppError("conflict", { message: "Listede teslim edilebilecek kart kalmadı." });
  const leavingIds = new Set(leaving.map(({ id }) => id));
  const takenOff = lines.filter(({ cardId }) => cardId !== null && !leavingIds.has(cardId));
  await markLines(
    ctx.db,
    manifest.id,
    takenOff.map(({ line }) => line),
    "missing",
  );
  await handOver(ctx, leaving);
  await updateManifest(ctx.db, manifest, { state: "handed_over", handedOverAt: ctx.now, total: leaving.length });
  const payload = { cards: leaving.length, takenOff: takenOff.length };
  await record(ctx, { action: "manifest.handed_over", subjectKind: "manifest", subjectId: manifest.id, provinceId: null, payload });
  return await readManifest(ctx, input);
}

const cardIdsOf = (lines: readonly StoredManifestLine[]) => lines.flatMap(({ cardId }) => cardId ?? []);

/** Old and new flip in one transaction (K1, K3): the old one ends first, since a permit has one valid card at a time. */
async function handOver(ctx: Context<Actor>, leaving: readonly StoredCard[]): Promise<void> {
  const handed = await changeCards(
    ctx,
    leaving.map((card) => ({ card, axis: "work", kind: "handed_over", columns: { work: "handed_to_ptt", whereabouts: "ptt_accepted" } })),
  );
  const fresh = handed.filter(({ validity }) => validity === "pending");
  const actives = await activeCardsOf(
    ctx.db,
    fresh.map(({ permitId }) => permitId),
  );
  const endingBy = new Map(
    fresh.flatMap((card) => (actives.has(card.permitId) ? [[actives.get(card.permitId) ?? "", card] as const] : [])),
  );
  const ending = await lockCards(ctx.db, [...endingBy.keys()]);
  await changeCards(
    ctx,
    ending.map((card) => {
      const { requestReason = "first", number = "" } = endingBy.get(card.id) ?? {};
      const columns = { validity: "invalidated" as const, invalidReason: endsAs[requestReason] };
      return { card, axis: "validity", kind: "invalidated", columns, reason: `Yerine ${number} numaralı kart verildi.` };
    }),
  );
  await changeCards(
    ctx,
    fresh.map((card) => ({ card, axis: "validity", kind: "activated", columns: { validity: "active" } })),
  );
}

/** Why the card before ends when this one is handed over; a lost or stolen one ended when it was reported. */
const endsAs: Record<RequestReason, InvalidReason> = {
  first: "replaced",
  early_replacement: "replaced",
  damaged: "damaged",
  data_error: "data_error",
  lost: "reported_lost",
  stolen: "reported_stolen",
};

/** Every differing line is explained. What PTT found counts; what never left is packed again; what nobody has is looked for. */
export async function resolveManifest(ctx: Context<Actor>, input: ParsedInputOf<typeof resolveEndpoint>): Promise<ManifestRecord> {
  const { manifest, lines } = await openManifest(ctx, input, "resolve");
  const cards = new Map((await lockCards(ctx.db, cardIdsOf(lines))).map((card) => [card.id, card]));
  const missing = lines.filter(({ state, cardId }) => state === "missing" && cards.get(cardId ?? "")?.work === "handed_to_ptt");
  const decisions = new Map(input.decisions.map(({ line, decision }) => [line, decision]));
  const undecided = missing.filter(({ line }) => !decisions.has(line)).map(({ line }) => line);
  const foreign = [...decisions.keys()].filter((line) => !missing.some((one) => one.line === line));
  if (undecided.length + foreign.length > 0) throw undecidedRefusal(undecided, foreign);
  await carryOut(
    ctx,
    missing.map((line) => ({ ...line, decision: decisions.get(line.line), card: cards.get(line.cardId ?? "") })),
    input,
  );
  await updateManifest(ctx.db, manifest, { state: "matched", settledAt: ctx.now, note: input.note });
  const payload = { note: input.note, decisions: decisions.size };
  await record(ctx, { action: "manifest.settled", subjectKind: "manifest", subjectId: manifest.id, provinceId: null, payload });
  return await readManifest(ctx, input);
}

type Decided = StoredManifestLine & { decision: LineDecision | undefined; card: StoredCard | undefined };

async function carryOut(
  ctx: Context<Actor>,
  lines: readonly Decided[],
  { manifestId, note }: { manifestId: string; note: string },
): Promise<void> {
  const cardsWith = (wanted: LineDecision) => lines.flatMap(({ decision, card }) => (decision === wanted && card ? [card] : []));
  const found = lines.filter(({ decision }) => decision === "at_ptt").map(({ line }) => line);
  await markLines(ctx.db, manifestId, found, "counted");
  const back = { work: "packed", whereabouts: "nvi" } as const;
  await changeCards(
    ctx,
    cardsWith("still_here").map((card) => ({ card, axis: "work", kind: "packed", columns: back, reason: note })),
  );
  await changeCards(
    ctx,
    cardsWith("inquiry").map((card) => ({
      card,
      axis: "whereabouts",
      kind: "inquiry_opened",
      columns: { whereabouts: "under_inquiry" },
      reason: note,
    })),
  );
}

function undecidedRefusal(undecided: readonly number[], foreign: readonly number[]): AppError {
  const message =
    undecided.length > 0
      ? `Şu satırlar için karar yazılmadı: ${undecided.slice(0, 20).join(", ")}.`
      : `Şu satırlarda karar gerektiren bir fark yok: ${foreign.slice(0, 20).join(", ")}.`;
  return new AppError("bad_input", { invalidParams: [{ path: "decisions", message }] });
}
