import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/delivery-contract";
import { tryNextChannel } from "@/lib/circulars/server/try-next-channel";

export const POST = serve(contract.tryNextChannel, tryNextChannel);
