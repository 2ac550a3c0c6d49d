import { serve } from "@/app/api/serve";
import { listProposals } from "@/lib/access/proposals-contract.ts";
import { listProposals as operation } from "@/lib/access/server/list-proposals.ts";

export const GET = serve(listProposals, operation);
