import { serveRead } from "@/app/api/serve";
import * as contract from "@/lib/circulars/search-contract.ts";
import { searchCirculars } from "@/lib/circulars/server/search-circulars.ts";

export const GET = serveRead(contract.searchCirculars, searchCirculars);
