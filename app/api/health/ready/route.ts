import { readiness } from "@/lib/platform/db/readiness";

/** Whether this replica should get requests: 200 when its database answers, is migrated and carries a mode; else 503. */
export async function GET(): Promise<Response> {
  const checks = await readiness();
  const isReady = Object.values(checks).every((check) => check === "ok");
  return Response.json(
    { status: isReady ? "ok" : "failing", checks },
    { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
