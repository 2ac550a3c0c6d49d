import { serveRead } from "@/app/api/serve";
import * as contract from "@/lib/statistics/records-contract.ts";
import { listCountedRecords } from "@/lib/statistics/server/list-counted-records.ts";

export const GET = serveRead(contract.listCountedPermits, listCountedRecords);
