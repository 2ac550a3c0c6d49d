import { serveRead } from "@/app/api/serve";
import * as contract from "@/lib/institutions/list-version-contract.ts";
import { listDistributionListVersions } from "@/lib/institutions/server/list-versions.ts";

export const GET = serveRead(contract.listDistributionListVersions, listDistributionListVersions);
