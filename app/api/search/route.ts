import { serveRead } from "@/app/api/serve";
import * as contract from "@/lib/search/contract.ts";
import { searchAll } from "@/lib/search/server/search-all.ts";

export const POST = serveRead(contract.searchAll, searchAll);
