import type { Language } from "@/components/shell/public-language.tsx";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import type { ErrorCode } from "@/lib/platform/errors.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

const englishProblems: Partial<Record<ErrorCode, string>> = {
  bad_input: "Some of what was entered needs to be corrected.",
  conflict: "The letter is no longer the one shown to you. Reload the page to see its present form.",
  state_forbids: "This cannot be done at this stage.",
  link_expired: "The link has expired or has been replaced by a new one.",
  rate_limited: "Too many requests in a short time. Wait a moment and try again.",
  unavailable: "The system cannot be reached just now. What you have typed is kept; try again shortly.",
};

/** Why it failed, in the reader's language. */
export function problemIn(language: Language, error: Error): string {
  const problem = error instanceof ProblemError ? error.problem : null;
  if (language === "tr") return problem?.title ?? errorMessages.internal;
  return englishProblems[problem?.code ?? "internal"] ?? "Something unexpected happened. Nothing was changed; try again.";
}
