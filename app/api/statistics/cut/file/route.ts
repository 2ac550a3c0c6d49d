import { serve } from "@/app/api/serve";
import * as contract from "@/lib/statistics/publication-contract.ts";
import { exportCut } from "@/lib/statistics/server/export-cut.ts";

export const GET = serve(contract.exportCut, exportCut);
