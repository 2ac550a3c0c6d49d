import { serve } from "@/app/api/serve";
import { listDistributionLists } from "@/lib/institutions/contract.ts";
import { listDistributionLists as list } from "@/lib/institutions/server/list-distribution-lists.ts";

export const GET = serve(listDistributionLists, list);
