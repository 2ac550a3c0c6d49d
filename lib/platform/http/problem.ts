import { z } from "zod";
import { errorMessages } from "../error-messages.ts";
import { AppError, type ErrorCode, errorStatus } from "../errors.ts";

const codes = Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]];

/** RFC 9457 `application/problem+json`, the only shape in which this application refuses. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(codes),
  requestId: z.string(),
  invalidParams: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  currentVersion: z.int().optional(),
  retryAfter: z.int().optional(),
  difference: z.object({ added: z.int(), removed: z.int(), changed: z.int() }).optional(),
});
export type Problem = z.infer<typeof Problem>;

export function problemOf(error: AppError, requestId: string): Problem {
  const { message, ...details } = error.details;
  return {
    type: `urn:izin-masasi:problem:${error.code}`,
    title: message ?? errorMessages[error.code],
    status: errorStatus[error.code],
    code: error.code,
    requestId,
    ...details,
  };
}

/** Turns zod issues into fields a form can mark; texts come from zod's Turkish locale. */
export function badInput(error: z.ZodError): AppError {
  return new AppError("bad_input", {
    invalidParams: error.issues.map((issue) => ({ path: issue.path.map(String).join("."), message: issue.message })),
  });
}
