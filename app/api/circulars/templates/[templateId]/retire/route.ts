import { serve } from "@/app/api/serve";
import { retireTemplate } from "@/lib/circulars/server/change-templates";
import * as contract from "@/lib/circulars/template-contract";

export const POST = serve(contract.retireTemplate, retireTemplate);
