import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/contract";
import { signCircular } from "@/lib/circulars/server/sign-circular";

export const POST = serve(contract.signCircular, signCircular);
