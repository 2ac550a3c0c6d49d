import { serveRead } from "@/app/api/serve";
import * as contract from "@/lib/permits/search-contract.ts";
import { searchPermits } from "@/lib/permits/server/search-permits.ts";

export const POST = serveRead(contract.searchPermits, searchPermits);
