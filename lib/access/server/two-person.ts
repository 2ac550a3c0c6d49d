// The one mechanism for acts of two people: a proposal fixes its payload by digest, another person in an allowed role
// approves it, and the word that knows the act executes it in the same transaction (quality.md, Security 3).
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { type CanonicalValue, canonicalJson } from "../../platform/crypto/canonical.ts";
import { hex, ownBytes, sameBytes, sha256 } from "../../platform/crypto/digest.ts";
import { AppError } from "../../platform/errors.ts";
import { type Actor, can, type Permission } from "../policy.ts";
import type { DecisionFields, ProposalDecision, ProposalKind, StepUp } from "../proposals-contract.ts";
import { findWaiting, insertProposal, lockProposal, type StoredProposal, storeDecision } from "./proposal-repository.ts";
import { confirmIdentity } from "./step-up.ts";

/** Who may read and who may decide about each kind of act. */
export const permissionsByKind = {
  permit_transfer: { read: "permit:read", decide: "proposal:decide" },
  stock_movement: { read: "ledger:read", decide: "ledger:decide" },
  delivery_correction: { read: "card:read", decide: "proposal:decide" },
  user_change: { read: "user:read", decide: "user:decide" },
} as const satisfies Record<ProposalKind, { read: Permission; decide: Permission }>;

const lifetimeMs = 7 * 24 * 3_600_000;

type Payload = { readonly [key: string]: CanonicalValue };

export type Proposed = {
  kind: ProposalKind;
  subjectId: string;
  provinceId: number | null;
  /** Must hold everything the act needs, and `summary`, one line for the list. */
  payload: Payload & { summary: string };
  reason: string;
  fileId: string | null;
  stepUp: StepUp;
};

const digestOf = (payload: CanonicalValue) => ownBytes(sha256(canonicalJson(payload)));

/** Errors: `conflict` while an earlier proposal about the same record waits. */
export async function propose(ctx: Context<Actor>, { stepUp, ...proposed }: Proposed): Promise<string> {
  const proposedById = personOf(ctx);
  await confirmIdentity(ctx, stepUp);
  if (await findWaiting(ctx.db, proposed.kind, proposed.subjectId, ctx.now)) {
    throw new AppError("conflict", { message: "Bu kayıt için onay bekleyen bir öneri zaten var." });
  }
  const payloadDigest = digestOf(proposed.payload);
  const expiresAt = new Date(ctx.now.getTime() + lifetimeMs);
  const people = { proposedById, proposedByName: ctx.actor.name, proposedAt: ctx.now, expiresAt };
  const id = await insertProposal(ctx.db, { ...proposed, ...people, payloadDigest });
  await recordStep(ctx, "proposal.proposed", { id, ...proposed, payloadDigest });
  return id;
}

/** What of a waiting proposal its reader may do: others decide, the proposer takes it back, nobody decides about themselves. */
export function allowedDecisions(ctx: Context<Actor>, proposal: StoredProposal): ProposalDecision[] {
  if (proposal.state !== "proposed" || proposal.expiresAt <= ctx.now) return [];
  if (proposal.proposedById === ctx.actor.id) return ["withdraw"];
  if (proposal.subjectId === ctx.actor.id) return [];
  return can(ctx.actor, permissionsByKind[proposal.kind as ProposalKind].decide) ? ["approve", "refuse"] : [];
}

/**
 * Decides a proposal. With `approve` the caller executes the returned payload in this transaction.
 * Errors: `not_found`, `stale_version`, `state_forbids` (decided, expired, or one's own), `bad_input` for a refusal without a note.
 */
export async function decide(ctx: Context<Actor>, kind: ProposalKind, input: DecisionFields): Promise<StoredProposal> {
  const proposal = await lockProposal(ctx.db, input.proposalId);
  if (proposal?.kind !== kind) throw new AppError("not_found");
  if (proposal.version !== input.version) throw new AppError("stale_version", { currentVersion: proposal.version });
  if (!allowedDecisions(ctx, proposal).includes(input.decision)) throw new AppError("state_forbids", { message: refusalOf(ctx, proposal) });
  if (input.decision === "refuse" && input.note.length < 5) {
    throw new AppError("bad_input", { invalidParams: [{ path: "note", message: "Reddetme gerekçesini yazın." }] });
  }
  await confirmIdentity(ctx, input.stepUp);
  if (!sameBytes(digestOf(proposal.payload as CanonicalValue), proposal.payloadDigest)) throw new Error("a proposal's payload has changed");
  const state = ({ approve: "executed", refuse: "refused", withdraw: "withdrawn" } as const)[input.decision];
  const decided = { state, decidedById: personOf(ctx), decidedByName: ctx.actor.name, decidedAt: ctx.now, note: input.note };
  await storeDecision(ctx.db, proposal, decided);
  await recordStep(ctx, `proposal.${state}`, proposal);
  return proposal;
}

function refusalOf(ctx: Context<Actor>, proposal: StoredProposal): string {
  if (proposal.state !== "proposed") return "Bu öneri hakkında karar verilmiş.";
  if (proposal.expiresAt <= ctx.now) return "Önerinin süresi geçti; yeniden önerilmesi gerekir.";
  if (proposal.proposedById === ctx.actor.id) return "Kendi önerinizi siz onaylayamazsınız; ikinci bir kişi gerekir.";
  if (proposal.subjectId === ctx.actor.id) return "Kendi hesabınız hakkında siz karar veremezsiniz.";
  return "Bu öneriye karar verme yetkiniz yok.";
}

type Step = { id: string; kind: string; subjectId: string; provinceId: number | null; payloadDigest: Uint8Array };

async function recordStep(
  ctx: Context<Actor>,
  action: "proposal.proposed" | "proposal.executed" | "proposal.refused" | "proposal.withdrawn",
  { id, kind, subjectId, provinceId, payloadDigest }: Step,
): Promise<void> {
  const payload = { kind, aboutId: subjectId, payloadDigest: hex(payloadDigest) };
  await record(ctx, { action, subjectKind: "proposal", subjectId: id, provinceId, payload });
}

function personOf(ctx: Context<Actor>): string {
  if (!ctx.actor.id) throw new AppError("forbidden");
  return ctx.actor.id;
}
