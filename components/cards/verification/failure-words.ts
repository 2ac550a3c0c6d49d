import type { CardVerificationWords } from "@/components/cards/verification/verification-words.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

/** Why a question was not answered, in the reader's language; a wait says how long it is. */
export function failureIn(words: CardVerificationWords, error: Error): string {
  const problem = error instanceof ProblemError ? error.problem : null;
  if (problem?.code === "rate_limited") return words.failed.limited(Math.max(1, Math.ceil((problem.retryAfter ?? 60) / 60)));
  if (problem?.code === "link_expired") return words.employer.expired;
  return words.failed.other;
}
