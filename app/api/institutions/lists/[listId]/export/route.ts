import { serve } from "@/app/api/serve";
import { exportDistributionList } from "@/lib/institutions/export-contract.ts";
import { exportDistributionList as operation } from "@/lib/institutions/server/export-distribution-list.ts";

export const GET = serve(exportDistributionList, operation);
