import type { Actor } from "../../access/policy.ts";
import { decideAct, proposeAct } from "../../access/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { hex, sha256 } from "../../platform/crypto/digest.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { StockProposal } from "../ledger-rows.ts";
import { documents, refusalText, stockActWords } from "../ledger-words.ts";
import { type Line, refusalOf } from "../serial-ledger.ts";
import { countOf, merged, rangeText, storedText } from "../serial-ranges.ts";
import { needsScan, placesOf } from "../stock-act.ts";
import type {
  decideStockMovement as decideEndpoint,
  proposeStockMovement as proposeEndpoint,
  StockActInput,
  StockOutcome,
  withdrawStockMovement as withdrawEndpoint,
} from "../stock-contract.ts";
import { takeAllotment } from "./batch-commands.ts";
import { countingOf, holdingsOf, lockSeries, type StoredSeries } from "./ledger-repository.ts";
import { move } from "./movement-command.ts";
import { refuseUnfit, type Subject } from "./stock-act-checks.ts";
import { openCase } from "./stock-case-repository.ts";
import { hasDocument } from "./stock-documents.ts";
import { findStockProposal, hindranceFor, payloadOf, readStockProposal, type StockPayload } from "./stock-proposal-reads.ts";

type Proposed = ParsedInputOf<typeof proposeEndpoint>;

/** Decided once now, in words, and again when the second person approves: between the two the serials may have moved. */
export async function proposeStockMovement(ctx: Context<Actor>, { movement, reason, stepUp }: Proposed): Promise<StockProposal> {
  const series = await lockSeries(ctx.db, movement.series);
  if (!series) throw new AppError("not_found");
  const subject = await refuseUnfit(ctx.db, movement, series);
  const payload = await payloadFor(ctx, movement, series, reason);
  await refuseImpossible(ctx, payload, series);
  const subjectId = subject ?? payload.caseId ?? subjectOf(payload);
  const fileId = payload.documentId;
  const kind = "stock_movement";
  const proposalId = await proposeAct(ctx, { kind, subjectId, provinceId: null, payload, reason, fileId, stepUp });
  return await readStockProposal(ctx, { proposalId });
}

/** The same serials are not proposed twice for the same act: the subject is their digest, spelled as an id. */
function subjectOf({ act, series, ranges }: StockPayload): Subject {
  const digest = hex(sha256(`${act} ${series} ${storedText(ranges)}`));
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

async function payloadFor(ctx: Context<Actor>, movement: StockActInput, { digits }: StoredSeries, reason: string): Promise<StockPayload> {
  const { act, series } = movement;
  const ranges = movement.ranges.toSorted((a, b) => a.first - b.first);
  const { from, to } = placesOf[act];
  const quantity = countOf(ranges);
  const first = rangeText(series, ranges[0] ?? { first: 1, last: 1 }, digits);
  const summary = `${stockActWords[act]}: ${documents(quantity)}, ${first}${ranges.length > 1 ? " ve diğerleri" : ""}`;
  return {
    ...{ summary, act, series, ranges },
    from: from ?? ("from" in movement ? movement.from : "missing"),
    to: to ?? ("to" in movement ? movement.to : "nvi_vault"),
    batchId: ("batchId" in movement && movement.batchId) || null,
    caseId: await caseIdFor(ctx, movement, reason),
    method: "method" in movement ? movement.method : null,
    documentNo: "documentNo" in movement ? movement.documentNo : null,
    documentId: ("documentId" in movement && movement.documentId) || null,
    proposerRole: ctx.actor.role,
  };
}

/** What is missed is looked for from now on, whatever the second person says. */
async function caseIdFor(ctx: Context<Actor>, movement: StockActInput, reason: string): Promise<string | null> {
  if (!("caseId" in movement || movement.act === "lose")) return null;
  if (movement.caseId) return movement.caseId;
  const { series, ranges } = movement;
  return await openCase(ctx, { kind: "missing", series, ranges: merged(ranges), quantity: countOf(ranges), detail: reason });
}

const linesOf = ({ ranges, from, to, batchId }: StockPayload): Line[] =>
  ranges.map(({ first, last }) => ({ first, last, from, to, ...(batchId && { batchId }) }));

async function refuseImpossible(ctx: Context<Actor>, payload: StockPayload, { code, digits }: StoredSeries): Promise<void> {
  const lines = linesOf(payload);
  const refusal = refusalOf(payload.act, lines, await holdingsOf(ctx.db, code, lines), await countingOf(ctx.db, code));
  if (refusal) throw new AppError("conflict", { message: refusalText(code, refusal, digits) });
}

/** The second person; with their approval the movement is written in the same transaction, by both names. */
export async function decideStockMovement(ctx: Context<Actor>, input: ParsedInputOf<typeof decideEndpoint>): Promise<StockOutcome> {
  const waiting = await findStockProposal(ctx.db, input.proposalId);
  const hindrance = hindranceFor(ctx.actor, payloadOf(waiting));
  if (input.decision === "approve" && waiting.proposedById !== ctx.actor.id && hindrance) {
    throw new AppError("state_forbids", { message: hindrance });
  }
  const scan = await scanFor(ctx, payloadOf(waiting), input);
  const proposal = await decideAct(ctx, "stock_movement", input);
  const proposalId = proposal.id;
  if (input.decision !== "approve") return { proposalId, state: input.decision === "refuse" ? "refused" : "withdrawn", movementId: null };
  const payload = { ...payloadOf(proposal), documentId: scan };
  const { id, name, role } = ctx.actor;
  const proposer = { id: proposal.proposedById, name: proposal.proposedByName, role: payload.proposerRole };
  const movementId = await execute(ctx, payload, { reason: proposal.reason, actor: proposer, approved: { id, name, role } });
  return { proposalId, state: "executed", movementId };
}

/** What is destroyed (L6) or written off has its signed record; whoever decides brings it where the proposer could not. */
async function scanFor(
  { db }: Context<Actor>,
  { act, documentId }: StockPayload,
  input: ParsedInputOf<typeof decideEndpoint>,
): Promise<string | null> {
  if (!needsScan(act) || input.decision !== "approve") return documentId;
  const scan = documentId ?? input.documentId ?? null;
  if (scan !== null && (await hasDocument(db, scan))) return scan;
  const message =
    scan === null
      ? `İmzalanmış ${act === "destroy" ? "imha" : "kayıttan düşme"} tutanağının taramasını yükleyin.`
      : "Belge bulunamadı; yeniden yükleyin.";
  throw new AppError("bad_input", { invalidParams: [{ path: "documentId", message }] });
}

type People = {
  reason: string;
  actor: { id: string; name: string; role: string };
  approved: { id: string | null; name: string; role: string };
};

async function execute(ctx: Context<Actor>, payload: StockPayload, people: People): Promise<string> {
  const { act, series: code, batchId, caseId, method, documentNo, documentId } = payload;
  const series = await lockSeries(ctx.db, code);
  if (!series) throw new AppError("not_found");
  await refuseUnfit(ctx.db, payload, series);
  const about = {
    ...(batchId && { batchId }),
    ...(caseId && { caseId }),
    ...(method && { method }),
    ...(documentNo && { documentNo }),
    ...(documentId && { documentId }),
  };
  const movementId = await move(ctx, { series: code, kind: act, ...about, ...people, lines: linesOf(payload) });
  if (batchId) await takeAllotment(ctx, batchId);
  return movementId;
}

export async function withdrawStockMovement(ctx: Context<Actor>, input: ParsedInputOf<typeof withdrawEndpoint>): Promise<StockOutcome> {
  const { id } = await decideAct(ctx, "stock_movement", { ...input, decision: "withdraw", note: "" });
  return { proposalId: id, state: "withdrawn", movementId: null };
}
