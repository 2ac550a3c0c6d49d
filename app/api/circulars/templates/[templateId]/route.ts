import { serve } from "@/app/api/serve";
import { amendTemplate } from "@/lib/circulars/server/change-templates";
import { readTemplate } from "@/lib/circulars/server/templates";
import * as contract from "@/lib/circulars/template-contract";

export const GET = serve(contract.readTemplate, readTemplate);
export const PUT = serve(contract.amendTemplate, amendTemplate);
