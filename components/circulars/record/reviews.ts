import type { CircularRecord, ReviewRow } from "@/lib/circulars/contract.ts";

/** The reviews that count now, in order; earlier rounds are history. */
export function currentReviews({ reviews }: CircularRecord): ReviewRow[] {
  const round = Math.max(1, ...reviews.map((review) => review.round));
  return reviews.filter((review) => review.round === round).sort((a, b) => a.position - b.position);
}

/** The last return, while the draft still waits to be put right. */
export function lastReturn({ state, reviews }: CircularRecord): ReviewRow | null {
  if (state !== "draft") return null;
  return reviews.filter(({ decision }) => decision === "returned").sort((a, b) => b.round - a.round)[0] ?? null;
}
