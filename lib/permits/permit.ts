// A work permit as the record says it: who may work for whom, from when to when (Law 6735). What people did to it is its
// status; what the calendar makes of it is computed for a day and never stored. Terms are those of art. 10; law and
// exceptions move, so beyond them is a warning with a reason, not a refusal (domain.md §1).
import { addDays } from "../platform/calendar/local-day.ts";
import type { PermitAction, PermitKind, PermitState, PermitStatus } from "./contract.ts";

export type Validity = { status: PermitStatus; validFrom: string; validTo: string | null };

/** What a permit is on a legal day; the database's `permit_state` is the same rule. */
export function stateOn({ status, validFrom, validTo }: Validity, day: string): PermitState {
  if (status !== "registered") return status;
  if (day < validFrom) return "not_yet";
  if (validTo !== null && day > validTo) return "expired";
  return "in_force";
}

const wholeDays = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Whole days until the last valid day; null unless in force with an end. */
export function daysLeft(permit: Validity, day: string): number | null {
  return permit.validTo !== null && stateOn(permit, day) === "in_force" ? wholeDays(day, permit.validTo) : null;
}

/** From when on an extension may be applied for (Law 6735 art. 10). */
export const extensionWindowDays = 60;

/** Whether an extension may be applied for: in force and at most sixty days before its end. */
export function isInExtensionWindow(permit: Validity, day: string): boolean {
  const left = daysLeft(permit, day);
  return left !== null && left <= extensionWindowDays;
}

/** The effective interval of P4, end excluded; null where the permit has none. The same as `permit_effective`. */
export function effectiveInterval(permit: Validity & { endedOn: string | null }): { from: string; until: string | null } | null {
  const { status, validFrom, validTo, endedOn } = permit;
  if (status === "void" || (endedOn !== null && endedOn <= validFrom)) return null;
  const ends = [validTo === null ? null : addDays(validTo, 1), endedOn].filter((end) => end !== null).toSorted();
  return { from: validFrom, until: ends[0] ?? null };
}

/** P2: without an end only a permanent permit, and a Turquoise Card after its transition. */
export const mayBeOpenEnded = (kind: PermitKind): boolean => kind === "permanent" || kind === "turquoise";

/** Kinds that bind their holder to one employer, so that one must be named. */
export const needsEmployer = (kind: PermitKind): boolean => kind === "fixed_term";

/** The last day of a term that begins on `from`: the day before its anniversary, 1 March for 29 February. */
export function lastDayOfTerm(from: string, years: number): string {
  const anniversary = new Date(`${from}T00:00:00Z`);
  anniversary.setUTCFullYear(anniversary.getUTCFullYear() + years);
  return addDays(anniversary.toISOString().slice(0, 10), -1);
}

/** What a permit follows: how many permits with the same employer came before it without a break of employer. */
export type Term = { kind: PermitKind; earlierWithEmployer: number };

/** Longest lawful term in years; null where no term is set (Law 6735 art. 10 for süreli; art. 11 for Turkuaz: three years of transition). */
export function longestTerm({ kind, earlierWithEmployer }: Term): number | null {
  if (kind === "turquoise") return earlierWithEmployer === 0 ? 3 : null;
  if (kind !== "fixed_term") return null;
  if (earlierWithEmployer === 0) return 1;
  return earlierWithEmployer === 1 ? 2 : 3;
}

export type PermitWarning = "term_too_long" | "starts_before_end" | "starts_with_gap" | "applied_too_early" | "applied_too_late";

type Proposal = { kind: PermitKind; validFrom: string; validTo: string | null; earlierWithEmployer: number };

/** P3: the term is longer than the law gives. */
export function termWarnings({ kind, validFrom, validTo, earlierWithEmployer }: Proposal): PermitWarning[] {
  const years = longestTerm({ kind, earlierWithEmployer });
  if (years === null) return [];
  return validTo === null || validTo > lastDayOfTerm(validFrom, years) ? ["term_too_long"] : [];
}

type Predecessor = Validity & { kind: PermitKind };

/** P5: the start is the day after the predecessor's end; its term the longest lawful one, else as long as before. */
export function proposeTerm(predecessor: Predecessor, earlierWithEmployer: number): { validFrom: string; validTo: string | null } | null {
  const { kind, validTo } = predecessor;
  if (validTo === null) return null;
  const validFrom = addDays(validTo, 1);
  if (mayBeOpenEnded(kind)) return { validFrom, validTo: null };
  const years = longestTerm({ kind, earlierWithEmployer });
  const end = years === null ? addDays(validFrom, wholeDays(predecessor.validFrom, validTo)) : lastDayOfTerm(validFrom, years);
  return { validFrom, validTo: end };
}

type Extension = { predecessor: Predecessor; proposal: Proposal; day: string };

/** Every way in which an extension leaves the law; none of them refuses, each demands a reason. */
export function extensionWarnings({ predecessor, proposal, day }: Extension): PermitWarning[] {
  const warnings = termWarnings(proposal);
  if (predecessor.validTo === null) return warnings;
  const expected = addDays(predecessor.validTo, 1);
  if (proposal.validFrom < expected) warnings.push("starts_before_end");
  if (proposal.validFrom > expected) warnings.push("starts_with_gap");
  if (day > predecessor.validTo) warnings.push("applied_too_late");
  else if (wholeDays(day, predecessor.validTo) > extensionWindowDays) warnings.push("applied_too_early");
  return warnings;
}

/** What may be done with a record in each status; who may do it, and whether it has an end to extend, is asked besides. */
const actionsByStatus = {
  registered: ["amend", "extend", "cancel", "void", "transfer", "reveal"],
  cancelled: ["amend", "void", "transfer", "reveal"],
  superseded: ["amend", "transfer", "reveal"],
  void: ["reveal"],
} as const satisfies Record<PermitStatus, readonly PermitAction[]>;

type Allowed = { status: PermitStatus; validTo: string | null; hasPendingTransfer: boolean; may: (action: PermitAction) => boolean };

/** The one table that the record's buttons and the commands consult. */
export function allowedActions({ status, validTo, hasPendingTransfer, may }: Allowed): PermitAction[] {
  return actionsByStatus[status].filter((action) => {
    if (action === "extend" && validTo === null) return false;
    // What two persons are deciding about must not change under them.
    if (hasPendingTransfer && action !== "reveal") return false;
    return may(action);
  });
}
