import { serve } from "@/app/api/serve";
import { extendSession } from "@/lib/access/contract.ts";
import { extendSession as operation } from "@/lib/access/server/extend-session.ts";

export const POST = serve(extendSession, operation);
