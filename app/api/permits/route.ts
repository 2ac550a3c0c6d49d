import { serveRead } from "@/app/api/serve";
import * as contract from "@/lib/permits/contract.ts";
import { listPermits } from "@/lib/permits/server/list-permits.ts";

export const GET = serveRead(contract.listPermits, listPermits);
