import { serve } from "@/app/api/serve";
import * as contract from "@/lib/institutions/list-version-contract.ts";
import { restoreDistributionListVersion } from "@/lib/institutions/server/restore-distribution-list-version.ts";

export const POST = serve(contract.restoreDistributionListVersion, restoreDistributionListVersion);
