import { serve } from "@/app/api/serve";
import * as contract from "@/lib/statistics/publication-contract.ts";
import { readFigure } from "@/lib/statistics/server/read-figure.ts";

export const GET = serve(contract.readFigure, readFigure);
