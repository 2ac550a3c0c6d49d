import { serve } from "@/app/api/serve";
import * as contract from "@/lib/statistics/publication-contract.ts";
import { exportYearbook } from "@/lib/statistics/server/export-yearbook.ts";

export const GET = serve(contract.exportYearbook, exportYearbook);
