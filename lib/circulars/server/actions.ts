import { type Actor, can, type Permission } from "../../access/policy.ts";
import {
  allowedCommands,
  type CircularCommand,
  type CircularState,
  circularView,
  isIndependentSignatory,
  mayInitial,
} from "../circular.ts";
import type { RecipientRole } from "../recipient.ts";
import type { CircularRow } from "./repository.ts";

const permissionOf: Partial<Record<CircularCommand, Permission>> = {
  amend: "circular:draft",
  submit: "circular:draft",
  initial: "circular:initial",
  return: "circular:return",
  prepare: "circular:sign",
  void_preparation: "circular:sign",
  sign: "circular:sign",
  dispatch: "circular:dispatch",
  withdraw: "circular:withdraw",
  remind: "circular:remind",
  waive: "recipient:waive",
  supersede: "circular:draft",
  cancel: "circular:draft",
};

/** State, permission and the person's own turn together: a button and its refusal come from this one line. */
export function allowedActions(actor: Actor, row: CircularRow): CircularCommand[] {
  return allowedCommands(viewOf(row)).filter((command) => {
    const permission = permissionOf[command];
    return permission !== undefined && can(actor, permission) && isOwnTurn(actor, row, command);
  });
}

function isOwnTurn(actor: Actor, row: CircularRow, command: CircularCommand): boolean {
  const isOnTurn = mayInitial({ reviewers: currentReviews(row), userId: actor.id ?? "" });
  const isSignatory = row.signatoryId === actor.id && isIndependentSignatory({ drafterId: row.draftedById, signatoryId: actor.id ?? "" });
  if (command === "initial") return isOnTurn;
  // Another unit's letter is that unit's to replace.
  if (command === "supersede" || command === "cancel") return actor.unitId === row.unitId;
  if (command === "return") return row.state === "in_initials" ? isOnTurn : isSignatory;
  if (command === "prepare" || command === "sign" || command === "void_preparation") return isSignatory;
  return true;
}

export const viewOf = (row: CircularRow) =>
  circularView(
    row.state as CircularState,
    row.recipients.map((recipient) => ({ ...recipient, role: recipient.role as RecipientRole })),
  );

/** Reviews of the round that counts now; in a draft only the plan, not what an earlier round decided. */
export function currentReviews(row: CircularRow) {
  const round = currentRound(row);
  return row.reviews.filter((review) => review.round === round && (row.state !== "draft" || review.decision === null));
}

export const currentRound = (row: CircularRow): number => Math.max(1, ...row.reviews.map(({ round }) => round));
