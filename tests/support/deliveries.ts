import type { DeliveryOutcome } from "../../lib/circulars/server/channels/channel.ts";
import { claimDeliveries, type DeliveryRow, findDeliveries } from "../../lib/circulars/server/delivery-repository.ts";
import { recordOutcomes } from "../../lib/circulars/server/record-outcomes.ts";
import { within } from "../../lib/circulars/server/submit-deliveries.ts";
import { claimLasts } from "../../lib/circulars/try-limits.ts";
import { aDispatchedCircular, aksaray, type People, start } from "./circulars.ts";
import { ownerSql } from "./database.ts";
import { anInstitution } from "./directory.ts";

type Channels = NonNullable<Parameters<typeof anInstitution>[0]["channels"]>;

let serial = 0;

/** A dispatched circular for one institution with these channels; its first delivery waits for a worker. */
export async function oneDelivery(people: People, channels: Channels): Promise<{ circularId: string; recipientId: string; id: string }> {
  serial += 1;
  const institutionId = await anInstitution({ provinceId: aksaray, name: `Yol Kurumu ${serial}`, channels });
  const circular = await aDispatchedCircular(people, { recipients: [{ institutionId, role: "action" }] });
  const recipientId = circular.recipients[0]?.id ?? "";
  return { circularId: circular.id, recipientId, id: (await deliveriesTo(recipientId))[0]?.id ?? "" };
}

/** All attempts for a recipient in the order they began. */
export async function deliveriesTo(recipientId: string): Promise<DeliveryRow[]> {
  const rows = await ownerSql<{ id: string }>("SELECT id FROM delivery WHERE recipient_id = $1 ORDER BY channel_index, attempt", [
    recipientId,
  ]);
  const ids = rows.map(({ id }) => id);
  const found = await within(aksaray, start, ({ db }) => findDeliveries(db, ids));
  return ids.flatMap((id) => found.find((row) => row.id === id) ?? []);
}

/** A worker takes a delivery; null if there is nothing to take at that moment. */
export async function claimed(id: string, at: Date): Promise<DeliveryRow | null> {
  const rows = await within(aksaray, at, ({ db }) => claimDeliveries(db, [id], at, new Date(at.getTime() + claimLasts)));
  return rows[0] ?? null;
}

export const answered = (delivery: DeliveryRow, outcome: DeliveryOutcome, at: Date): Promise<void> =>
  within(aksaray, at, (ctx) => recordOutcomes(ctx, [{ delivery, outcome }]));

/** Open questions about a recipient. */
export async function openTasksOf(recipientId: string): Promise<string[]> {
  const rows = await ownerSql<{ kind: string }>(
    "SELECT kind FROM human_task WHERE recipient_id = $1 AND closed_at IS NULL ORDER BY created_at",
    [recipientId],
  );
  return rows.map(({ kind }) => kind);
}
