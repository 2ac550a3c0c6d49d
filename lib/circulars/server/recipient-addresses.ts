import type { Actor } from "../../access/policy.ts";
import { findAddressStates } from "../../institutions/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import type { OutputOf } from "../../platform/http/endpoint.ts";
import type { listRecipientAddresses as endpoint } from "../signing-contract.ts";
import { getCircular } from "./repository.ts";
import { channelsOf } from "./stored-content.ts";

/** How far the address that each recipient is written to first can be trusted today, in the order of the Dağıtım. */
export async function listRecipientAddresses(ctx: Context<Actor>, input: { circularId: string }): Promise<OutputOf<typeof endpoint>> {
  const { recipients } = await getCircular(ctx.db, input.circularId);
  const asked = recipients.flatMap((recipient) => {
    const [first] = channelsOf(recipient);
    return first ? [{ recipientId: recipient.id, name: recipient.name, institutionId: recipient.institutionId, ...first }] : [];
  });
  const known = new Map((await findAddressStates(ctx.db, asked, ctx.now)).map((row) => [row.institutionId, row]));
  return {
    addresses: asked.map(({ recipientId, name, institutionId, kind, address }) => {
      const { state, knownAt, failedAt } = known.get(institutionId) ?? { state: "untried" as const, knownAt: null, failedAt: null };
      const since = state === "returned" ? failedAt : knownAt;
      return { recipientId, institutionId, name, kind, address, state, since: since?.toISOString() ?? null };
    }),
  };
}
