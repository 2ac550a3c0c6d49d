import { serveRead } from "@/app/api/serve";
import * as contract from "@/lib/permits/contract.ts";
import { countPermits } from "@/lib/statistics/server/count-permits.ts";

export const GET = serveRead(contract.countPermits, countPermits);
