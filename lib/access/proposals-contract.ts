// Acts that need two people: proposed by one, executed with the approval of another (quality.md, Security 3; E4).
import { z } from "zod";
import { Empty, Id, Instant, line, Version } from "../platform/http/fields.ts";
import { endpoint } from "./policy.ts";

/** `stock_movement`: allotment to a batch and back, destruction, loss, find, write-off of valued paper. `delivery_correction`: K6. `user_change`: who may enter. */
export const ProposalKind = z.enum(["permit_transfer", "stock_movement", "delivery_correction", "user_change"]);
export type ProposalKind = z.infer<typeof ProposalKind>;

/** Stored are acts of people; `expired` is what the clock makes of `proposed`. */
export const ProposalState = z.enum(["proposed", "executed", "refused", "withdrawn", "expired"]);
export type ProposalState = z.infer<typeof ProposalState>;

/** The person shows again that it is them: password, or a fresh one-time code. */
export const StepUp = z.union([
  z.object({ password: z.string().min(1).max(200) }),
  z.object({ code: z.string().regex(/^\d{6}$/, "Kod 6 rakamdır.") }),
]);
export type StepUp = z.infer<typeof StepUp>;

export const ProposalDecision = z.enum(["approve", "refuse", "withdraw"]);
export type ProposalDecision = z.infer<typeof ProposalDecision>;

export const ProposalRow = z.object({
  id: Id,
  kind: ProposalKind,
  subjectId: Id,
  /** What the proposal is about in one line, as its word put it. */
  summary: z.string(),
  reason: z.string(),
  state: ProposalState,
  proposedByName: z.string(),
  proposedAt: Instant,
  expiresAt: Instant,
  decidedByName: z.string().nullable(),
  decidedAt: Instant.nullable(),
  note: z.string().nullable(),
  version: Version,
  allowedDecisions: z.array(ProposalDecision),
});
export type ProposalRow = z.infer<typeof ProposalRow>;

/** The newest 200 proposals of the actor's rows, those that wait first. */
export const listProposals = endpoint({
  name: "listProposals",
  method: "GET",
  path: "/api/access/proposals",
  permission: "proposal:read",
  input: Empty,
  output: z.object({ proposals: z.array(ProposalRow) }),
});

/** What each word's decision endpoint takes; the note is demanded of a refusal. */
export const DecisionFields = z.object({
  proposalId: Id,
  version: Version,
  decision: ProposalDecision,
  note: line(500, 0).default(""),
  stepUp: StepUp,
});
export type DecisionFields = z.infer<typeof DecisionFields>;
