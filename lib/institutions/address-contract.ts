import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Id, line } from "../platform/http/fields.ts";
import { ConfirmationWay } from "./address-freshness.ts";
import { ChannelKind, InstitutionRecord } from "./contract.ts";

/** A person has learned that the address is the institution's own. Error: `conflict` where the record no longer has it. */
export const confirmAddress = endpoint({
  name: "confirmAddress",
  method: "POST",
  path: "/api/institutions/[institutionId]/confirmations",
  permission: "institution:amend",
  input: z.object({ institutionId: Id, kind: ChannelKind, address: line(200, 0), way: ConfirmationWay, note: line(300, 0) }),
  output: InstitutionRecord,
});
