import { serve } from "@/app/api/serve";
import { registerTemplate } from "@/lib/circulars/server/change-templates";
import { listTemplates } from "@/lib/circulars/server/templates";
import * as contract from "@/lib/circulars/template-contract";

export const GET = serve(contract.listTemplates, listTemplates);
export const POST = serve(contract.registerTemplate, registerTemplate);
