import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/phone-contract";
import { reversePhoneAnswer } from "@/lib/circulars/server/reverse-phone-answer";

export const POST = serve(contract.reversePhoneAnswer, reversePhoneAnswer);
