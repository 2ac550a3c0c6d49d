import { serve } from "@/app/api/serve";
import { listDemoAccounts } from "@/lib/access/contract.ts";
import { listDemoAccounts as operation } from "@/lib/access/server/list-demo-accounts.ts";

export const GET = serve(listDemoAccounts, operation);
