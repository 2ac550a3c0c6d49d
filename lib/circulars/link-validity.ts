// How long a recipient's own link opens: until 30 days after the circular is completed, or until it is re-issued. Once
// another circular has taken this one's place it only says so (N8; architecture.md, "Acknowledgement link").
import { type CircularView, isAllowed, isReplaced } from "./circular.ts";
import { isTerminal, type Recipient } from "./recipient.ts";

const DAY = 86_400_000;
const OPEN_AFTER_COMPLETION = 30 * DAY;

/** When the last recipient became terminal; null while something is still expected of one. */
export function completedAt(recipients: readonly Recipient[]): Date | null {
  if (recipients.length === 0 || !recipients.every(isTerminal)) return null;
  return new Date(Math.max(...recipients.map(terminalAt)));
}

export type LinkStanding = "open" | "replaced" | "closed";

export function linkStanding(letter: { view: CircularView; recipients: readonly Recipient[] }, now: Date): LinkStanding {
  const completed = completedAt(letter.recipients);
  if (completed !== null && now.getTime() > completed.getTime() + OPEN_AFTER_COMPLETION) return "closed";
  if (isAllowed(letter.view, "acknowledge")) return "open";
  return isReplaced(letter.view) ? "replaced" : "closed";
}

function terminalAt({ role, acknowledgedAt, actionReportedAt, waivedAt }: Recipient): number {
  const ends = [waivedAt, actionReportedAt, role === "information" ? acknowledgedAt : null].filter((at) => at !== null);
  return Math.min(...ends.map((at) => at.getTime()));
}
