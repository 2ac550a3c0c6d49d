import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Digest, Id, Instant, line } from "../platform/http/fields.ts";
import { PermitFilter, Reason } from "./contract.ts";

/** A bulk act takes no more than this. */
export const mostSelected = 20_000;

const PermitSelection = z.object({
  id: Id,
  count: z.int(),
  /** Of the ids with their versions, in id order. */
  digest: Digest,
  createdAt: Instant,
  usedAt: Instant.nullable(),
});
export type PermitSelection = z.infer<typeof PermitSelection>;

/** Freezes what a filter finds now, or the ticked permits among it, for one bulk act. At most 20,000; nothing, or fewer than ticked, is `not_found`. */
export const freezePermitSelection = endpoint({
  name: "freezePermitSelection",
  method: "POST",
  path: "/api/permits/selections",
  permission: "permit:read",
  input: z.object({ filter: PermitFilter, permitIds: z.array(Id).min(1).max(mostSelected).optional() }),
  output: PermitSelection,
});

/** The actor's own selection, as it was frozen. */
export const readPermitSelection = endpoint({
  name: "readPermitSelection",
  method: "GET",
  path: "/api/permits/selections/[selectionId]",
  permission: "permit:read",
  input: z.object({ selectionId: Id }),
  output: PermitSelection,
});

/**
 * Writes one annotation on every permit of a selection. The filter is asked again first: any difference refuses all with
 * `selection_changed` and its numbers. Errors: `state_forbids` for a selection used before, or one with a void permit.
 */
export const annotatePermits = endpoint({
  name: "annotatePermits",
  method: "POST",
  path: "/api/permits/selections/[selectionId]/annotate",
  permission: "permit:amend",
  input: z.object({ selectionId: Id, annotation: line(300, 3), reason: Reason }),
  output: z.object({ count: z.int(), usedAt: Instant }),
});
