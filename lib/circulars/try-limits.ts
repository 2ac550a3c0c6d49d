// How long one try may last. N5 sends again only what nobody can still be handing over: so a try begins soon after its
// claim or not at all, ends within a limit, its claim is given up only after that, and the provider is asked last of all.
import { unknownOutcomeWait } from "./retry-ladder.ts";

const MINUTE = 60_000;

/** A message that has not begun by then (its batch met a slow provider) is left for a later try. */
export const beginsWithin = MINUTE;

/** A try whose claim is older than this is taken for crashed; its outcome is then unknown, never assumed. */
export const claimLasts = 6 * MINUTE;

/** Connection, envelope and message together, however patiently each single reply is awaited. */
export const messageLimit = (replyTimeoutMs: number): number => 4 * replyTimeoutMs;

/** Refuses a reply time-out with which a letter could be handed over a second time while the first try still runs. */
export function assertTriesEnd(replyTimeoutMs: number): void {
  const longest = beginsWithin + messageLimit(replyTimeoutMs);
  if (longest < claimLasts && claimLasts < unknownOutcomeWait) return;
  throw new Error(`KEP_REPLY_TIMEOUT_MS: a try could last ${longest} ms, longer than its claim of ${claimLasts} ms`);
}
