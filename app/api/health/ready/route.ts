import { readiness } from "@/lib/platform/db/readiness";
import { startReadModel } from "@/lib/statistics/server/current-model.ts";

/** Whether this replica should get requests: 200 when its database answers, is migrated and carries a mode; else 503. */
export async function GET(): Promise<Response> {
  const checks = await readiness();
  const isReady = Object.values(checks).every((check) => check === "ok");
  // Nobody waits for the copy that statistics are read from: until it is there, PostgreSQL answers.
  if (isReady) startReadModel();
  return Response.json(
    { status: isReady ? "ok" : "failing", checks },
    { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
