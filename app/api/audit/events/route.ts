import { serve } from "@/app/api/serve.ts";
import { listAuditEvents } from "@/lib/audit/contract.ts";
import { listAuditEvents as list } from "@/lib/audit/server/list-audit-events.ts";

export const GET = serve(listAuditEvents, list);
