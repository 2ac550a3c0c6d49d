import { serve } from "@/app/api/serve";
import { listEarlierSends as list } from "@/lib/circulars/server/earlier-sends.ts";
import { listEarlierSends } from "@/lib/circulars/signing-contract.ts";

export const GET = serve(listEarlierSends, list);
