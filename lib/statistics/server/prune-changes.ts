import { withScope } from "../../platform/db/transaction.ts";

/** A copy that has not been brought up to date for a day is loaded anew, so older changes are of use to nobody. */
export async function pruneChanges(now: Date): Promise<void> {
  const before = new Date(now.getTime() - 86_400_000);
  await withScope({ kind: "country" }, ({ tx }) => tx.$queryRaw`SELECT prune_statistics_changes(${before})`);
}
