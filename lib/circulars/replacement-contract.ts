/** After dispatch nothing is taken back: another circular takes the place of the one that was sent, or cancels it (A24). */
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Id, text, Version } from "../platform/http/fields.ts";
import { CircularRecord } from "./contract.ts";

const Replace = z.object({ circularId: Id, version: Version, reason: text(500) });

/**
 * Drafts the circular that will take this one's place: its text, attachments and recipients, this one as reference. This
 * one stays in force until the other is sent. Errors: `state_forbids` before dispatch, `conflict` while there is one already.
 */
export const supersedeCircular = endpoint({
  name: "supersedeCircular",
  method: "POST",
  path: "/api/circulars/[circularId]/supersede",
  permission: "circular:draft",
  input: Replace,
  output: CircularRecord,
});

/** Drafts the circular that will cancel this one, to the same recipients; this one stays in force until it is sent. */
export const cancelCircular = endpoint({
  name: "cancelCircular",
  method: "POST",
  path: "/api/circulars/[circularId]/cancel",
  permission: "circular:draft",
  input: Replace,
  output: CircularRecord,
});
