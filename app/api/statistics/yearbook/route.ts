import { serveRead } from "@/app/api/serve";
import * as contract from "@/lib/statistics/publication-contract.ts";
import { readYearbook } from "@/lib/statistics/server/read-yearbook.ts";

export const GET = serveRead(contract.readYearbook, readYearbook);
