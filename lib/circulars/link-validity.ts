// How long a recipient's own link opens: until 30 days after the circular is completed, until it is re-issued, or until
// another circular takes this one's place (N8; architecture.md, "Acknowledgement link").
import { type CircularView, isAllowed } from "./circular.ts";
import { isTerminal, type Recipient } from "./recipient.ts";

const DAY = 86_400_000;
const OPEN_AFTER_COMPLETION = 30 * DAY;

/** When the last recipient became terminal; null while something is still expected of one. */
export function completedAt(recipients: readonly Recipient[]): Date | null {
  if (recipients.length === 0 || !recipients.every(isTerminal)) return null;
  return new Date(Math.max(...recipients.map(terminalAt)));
}

export function isLinkOpen({ view, recipients }: { view: CircularView; recipients: readonly Recipient[] }, now: Date): boolean {
  if (!isAllowed(view, "acknowledge")) return false;
  const completed = completedAt(recipients);
  return completed === null || now.getTime() <= completed.getTime() + OPEN_AFTER_COMPLETION;
}

function terminalAt({ role, acknowledgedAt, actionReportedAt, waivedAt }: Recipient): number {
  const ends = [waivedAt, actionReportedAt, role === "information" ? acknowledgedAt : null].filter((at) => at !== null);
  return Math.min(...ends.map((at) => at.getTime()));
}
