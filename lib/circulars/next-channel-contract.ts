/** By hand to the recipient's next channel, where nothing can prove that the last one worked (A4). */
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Id, text, Version } from "../platform/http/fields.ts";
import { BoardRow } from "./delivery-contract.ts";

/** An e-mail is never proved to have arrived: the officer need not wait for an answer that does not come. */
export const tryNextChannel = endpoint({
  name: "tryNextChannel",
  method: "POST",
  path: "/api/circulars/[circularId]/recipients/[recipientId]/next-channel",
  permission: "delivery:record",
  input: z.object({ circularId: Id, recipientId: Id, version: Version, reason: text(300) }),
  output: BoardRow,
});
