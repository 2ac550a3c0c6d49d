import { serve } from "@/app/api/serve";
import * as commands from "@/lib/permits/commands-contract.ts";
import { extendPermit, proposeExtension } from "@/lib/permits/server/extend-permit.ts";

export const GET = serve(commands.proposeExtension, proposeExtension);
export const POST = serve(commands.extendPermit, extendPermit);
