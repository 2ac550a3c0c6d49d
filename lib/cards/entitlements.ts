// What a document entitles to beyond work: rows of a table, each with who says so. What no source says stays unknown and is
// told as such (domain.md, Facts; Law 6735 art. 10 to 12).
import { z } from "zod";

export const EntitledRight = z.enum(["residence", "visa_exempt", "bound_employer", "bound_province"]);
export type EntitledRight = z.infer<typeof EntitledRight>;

export const EntitlementAnswer = z.enum(["yes", "no", "unknown"]);
export type EntitlementAnswer = z.infer<typeof EntitlementAnswer>;

export const Entitlement = z.object({ right: EntitledRight, answer: EntitlementAnswer, source: z.string() });
export type Entitlement = z.infer<typeof Entitlement>;

/** Every right in the order people ask for it; one without a row is unknown. */
export function allRights(rows: readonly Entitlement[], unsourced: string): Entitlement[] {
  return EntitledRight.options.map((right) => rows.find((row) => row.right === right) ?? { right, answer: "unknown", source: unsourced });
}
