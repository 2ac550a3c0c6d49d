import { serveRead } from "@/app/api/serve";
import * as contract from "@/lib/statistics/contract.ts";
import { readStatistics } from "@/lib/statistics/server/read-statistics.ts";

export const GET = serveRead(contract.readStatistics, readStatistics);
