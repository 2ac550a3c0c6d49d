import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

/** Why a deed was refused, in the server's words; what names a field comes first. */
export function refusalText(error: Error): string {
  if (!(error instanceof ProblemError)) return errorMessages.internal;
  return error.problem.invalidParams?.[0]?.message ?? error.problem.title;
}
