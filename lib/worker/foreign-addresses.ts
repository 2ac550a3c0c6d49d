import { within } from "../circulars/server/submit-deliveries.ts";
import { installationMode } from "../platform/db/installation-mode.ts";
import { log } from "../platform/log.ts";

/**
 * Outside production: how many addresses are real ones, as in a production database restored for training. Nothing goes
 * to them, because the channel refuses each; but whoever starts this installation must learn whose records it holds.
 */
export async function warnOfForeignAddresses(now: Date): Promise<number> {
  const count = await within(null, now, async ({ db }) => {
    if ((await installationMode(db)) === "production") return 0;
    const [row] = await db.tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM (
        SELECT address FROM institution_channel WHERE kind IN ('kep', 'email')
        UNION ALL SELECT kep_address FROM unit
        UNION ALL SELECT address FROM delivery WHERE channel IN ('kep', 'email') AND state IN ('planned', 'retrying')
      ) known WHERE address <> '' AND address NOT ILIKE '%.test'`;
    return row?.count ?? 0;
  });
  if (count > 0) log().warn({ addresses: count }, "addresses that do not end in .test: nothing will be sent to them");
  return count;
}
