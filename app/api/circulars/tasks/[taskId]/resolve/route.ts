import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/delivery-contract";
import { resolveTask } from "@/lib/circulars/server/resolve-task";

export const POST = serve(contract.resolveTask, resolveTask);
