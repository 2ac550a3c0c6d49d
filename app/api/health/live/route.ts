/** The process answers; nothing else is looked at, so that a slow database does not get it restarted. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
