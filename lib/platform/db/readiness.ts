import { withScope } from "./transaction.ts";

type Check = "ok" | "failing";

/** What a request needs: a database that answers, its mode written, and the queue in place. */
export async function readiness(): Promise<Record<"database" | "mode" | "queue", Check>> {
  try {
    const [row] = await withScope(
      { kind: "none" },
      ({ tx }) => tx.$queryRaw<{ mode: boolean; queue: boolean }[]>`
        SELECT EXISTS (SELECT FROM installation) AS mode, to_regclass('pgboss.job') IS NOT NULL AS queue`,
      { timeoutMs: 3_000 },
    );
    return { database: "ok", mode: row?.mode ? "ok" : "failing", queue: row?.queue ? "ok" : "failing" };
  } catch {
    return { database: "failing", mode: "failing", queue: "failing" };
  }
}
