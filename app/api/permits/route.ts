import { serve, serveRead } from "@/app/api/serve";
import * as commands from "@/lib/permits/commands-contract.ts";
import * as contract from "@/lib/permits/contract.ts";
import { listPermits } from "@/lib/permits/server/list-permits.ts";
import { registerPermit } from "@/lib/permits/server/register-permit.ts";

export const GET = serveRead(contract.listPermits, listPermits);
export const POST = serve(commands.registerPermit, registerPermit);
