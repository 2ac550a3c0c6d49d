import { serveRead } from "@/app/api/serve";
import * as contract from "@/lib/permits/contract.ts";
import { countChangedPermits } from "@/lib/permits/server/count-changed-permits.ts";

export const GET = serveRead(contract.countChangedPermits, countChangedPermits);
