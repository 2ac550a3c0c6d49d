import { serve } from "@/app/api/serve";
import * as contract from "@/lib/cards/designs-contract";
import { readCardDesigns } from "@/lib/cards/server/read-card-designs";

export const GET = serve(contract.readCardDesigns, readCardDesigns);
