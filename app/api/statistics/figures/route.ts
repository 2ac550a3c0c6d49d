import { serve } from "@/app/api/serve";
import * as contract from "@/lib/statistics/publication-contract.ts";
import { freezeFigure } from "@/lib/statistics/server/freeze-figure.ts";
import { listFigures } from "@/lib/statistics/server/list-figures.ts";

export const GET = serve(contract.listFigures, listFigures);
export const POST = serve(contract.freezeFigure, freezeFigure);
