import { serve } from "@/app/api/serve";
import { listDemoAccounts } from "@/lib/access/contract.ts";
import { listDemoAccounts as run } from "@/lib/access/server/list-demo-accounts.ts";

export const GET = serve(listDemoAccounts, run);
