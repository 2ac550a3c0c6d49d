import { serve } from "@/app/api/serve";
import { readMe } from "@/lib/access/contract.ts";
import { readMe as operation } from "@/lib/access/server/read-me.ts";

export const GET = serve(readMe, operation);
