import { serve } from "@/app/api/serve";
import * as contract from "@/lib/access/authorities-contract.ts";
import { endSigningAuthority } from "@/lib/access/server/signing-authorities.ts";

export const POST = serve(contract.endSigningAuthority, endSigningAuthority);
