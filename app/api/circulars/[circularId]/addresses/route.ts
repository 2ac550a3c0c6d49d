import { serve } from "@/app/api/serve";
import { listRecipientAddresses as list } from "@/lib/circulars/server/recipient-addresses.ts";
import { listRecipientAddresses } from "@/lib/circulars/signing-contract.ts";

export const GET = serve(listRecipientAddresses, list);
