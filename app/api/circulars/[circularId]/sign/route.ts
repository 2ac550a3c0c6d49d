import { serve } from "@/app/api/serve";
import { signCircular } from "@/lib/circulars/server/sign-circular";
import * as contract from "@/lib/circulars/signing-contract";

export const POST = serve(contract.signCircular, signCircular);
