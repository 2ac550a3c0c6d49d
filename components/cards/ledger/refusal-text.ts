import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

/** Why a deed was refused, in the server's words; what names a field comes first. */
export function refusalText(error: Error): string {
  if (!(error instanceof ProblemError)) return errorMessages.internal;
  return error.problem.invalidParams?.[0]?.message ?? error.problem.title;
}

/** A wrong password or code is told at its field, anything else below. */
export function stepUpRefusal(error: Error | null): { atStepUp?: string; general?: string } | null {
  if (!error) return null;
  const isStepUp =
    error instanceof ProblemError && (error.code === "code_refused" || error.problem.invalidParams?.[0]?.path.startsWith("stepUp"));
  return isStepUp ? { atStepUp: refusalText(error) } : { general: refusalText(error) };
}
