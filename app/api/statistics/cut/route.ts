import { serveRead } from "@/app/api/serve";
import * as contract from "@/lib/statistics/contract.ts";
import { readCut } from "@/lib/statistics/server/read-cut.ts";

export const GET = serveRead(contract.readCut, readCut);
