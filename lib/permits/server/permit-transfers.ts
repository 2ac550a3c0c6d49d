import type { Actor } from "../../access/policy.ts";
import { decideAct, proposeAct } from "../../access/server/queries.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { provinceName } from "../../platform/locale/provinces.ts";
import type {
  decidePermitTransfer as decideEndpoint,
  proposePermitTransfer as proposeEndpoint,
  TransferOutcome,
  withdrawPermitTransfer as withdrawEndpoint,
} from "../commands-contract.ts";
import type { PermitRecord } from "../contract.ts";
import { openCommand } from "./command.ts";
import { checkEvidence } from "./evidence-file.ts";
import { presentAgain } from "./read-permit.ts";
import { lockById } from "./repository.ts";
import { transfer } from "./transfer-repository.ts";

type TransferPayload = { provinceId: number; version: number };

export async function proposePermitTransfer(ctx: Context<Actor>, input: ParsedInputOf<typeof proposeEndpoint>): Promise<PermitRecord> {
  const row = await openCommand(ctx, input, "transfer");
  const { provinceId, reason, stepUp, evidenceFileId } = input;
  if (provinceId === row.provinceId) {
    throw new AppError("bad_input", { invalidParams: [{ path: "provinceId", message: "Kayıt zaten bu ilde." }] });
  }
  await checkEvidence(ctx, evidenceFileId, row.provinceId);
  const summary = `${row.number} numaralı izin: ${provinceName(row.provinceId)} → ${provinceName(provinceId)}`;
  await proposeAct(ctx, {
    kind: "permit_transfer",
    subjectId: row.id,
    provinceId: row.provinceId,
    payload: { summary, provinceId, version: row.version },
    reason,
    fileId: evidenceFileId ?? null,
    stepUp,
  });
  return await presentAgain(ctx, row.id);
}

export async function decidePermitTransfer(ctx: Context<Actor>, input: ParsedInputOf<typeof decideEndpoint>): Promise<TransferOutcome> {
  const proposal = await decideAct(ctx, "permit_transfer", input);
  const { id: proposalId, subjectId: permitId } = proposal;
  if (input.decision !== "approve") return { proposalId, permitId, state: input.decision === "refuse" ? "refused" : "withdrawn" };
  const { provinceId, version } = proposal.payload as TransferPayload;
  const row = await lockById(ctx.db, permitId);
  // A bulk act may have touched the record since; what was agreed on is no longer what it is.
  if (!row || row.version !== version)
    throw new AppError("conflict", { message: "Kayıt öneriden sonra değişti; nakil yeniden önerilmeli." });
  await transfer(ctx.db, { row, proposal, provinceId, decidedBy: ctx.actor.name, now: ctx.now });
  const payload = { proposalId, from: row.provinceId, to: provinceId };
  await record(ctx, { action: "permit.transferred", subjectKind: "permit", subjectId: permitId, provinceId: row.provinceId, payload });
  return { proposalId, permitId, state: "executed" };
}

export async function withdrawPermitTransfer(ctx: Context<Actor>, input: ParsedInputOf<typeof withdrawEndpoint>): Promise<TransferOutcome> {
  const { id, subjectId } = await decideAct(ctx, "permit_transfer", { ...input, decision: "withdraw", note: "" });
  return { proposalId: id, permitId: subjectId, state: "withdrawn" };
}
