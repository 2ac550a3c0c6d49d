import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/next-channel-contract";
import { tryNextChannel } from "@/lib/circulars/server/try-next-channel";

export const POST = serve(contract.tryNextChannel, tryNextChannel);
