import { serve } from "@/app/api/serve";
import { listViews, saveView } from "@/lib/access/server/saved-views.ts";
import * as contract from "@/lib/access/views-contract.ts";

export const GET = serve(contract.listViews, listViews);
export const POST = serve(contract.saveView, saveView);
