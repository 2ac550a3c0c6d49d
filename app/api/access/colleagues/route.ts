import { serve } from "@/app/api/serve";
import { listColleagues } from "@/lib/access/contract.ts";
import { listColleagues as operation } from "@/lib/access/server/list-colleagues.ts";

export const GET = serve(listColleagues, operation);
