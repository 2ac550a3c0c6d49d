import { serve } from "@/app/api/serve";
import * as contract from "@/lib/institutions/address-contract.ts";
import { confirmAddress } from "@/lib/institutions/server/confirm-address.ts";

export const POST = serve(contract.confirmAddress, confirmAddress);
