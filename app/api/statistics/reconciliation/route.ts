import { serveRead } from "@/app/api/serve";
import * as contract from "@/lib/statistics/contract.ts";
import { reconcileStatistics } from "@/lib/statistics/server/reconcile-statistics.ts";

export const GET = serveRead(contract.reconcileStatistics, reconcileStatistics);
