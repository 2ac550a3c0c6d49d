import { serve } from "@/app/api/serve";
import * as contract from "@/lib/access/authorities-contract.ts";
import { giveSigningAuthority, listSigningAuthorities } from "@/lib/access/server/signing-authorities.ts";

export const GET = serve(contract.listSigningAuthorities, listSigningAuthorities);
export const POST = serve(contract.giveSigningAuthority, giveSigningAuthority);
