import { serve } from "@/app/api/serve";
import { amendDistributionList, readDistributionList } from "@/lib/institutions/contract.ts";
import { amendDistributionList as amend } from "@/lib/institutions/server/amend-distribution-list.ts";
import { readDistributionList as read } from "@/lib/institutions/server/read-distribution-list.ts";

export const GET = serve(readDistributionList, read);
export const PUT = serve(amendDistributionList, amend);
