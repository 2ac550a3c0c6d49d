import { serve } from "@/app/api/serve";
import { amendView, removeView } from "@/lib/access/server/saved-views.ts";
import * as contract from "@/lib/access/views-contract.ts";

export const PATCH = serve(contract.amendView, amendView);
export const DELETE = serve(contract.removeView, removeView);
