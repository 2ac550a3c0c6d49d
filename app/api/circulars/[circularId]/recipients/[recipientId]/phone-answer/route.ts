import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/phone-contract";
import { recordPhoneAnswer } from "@/lib/circulars/server/record-phone-answer";

export const POST = serve(contract.recordPhoneAnswer, recordPhoneAnswer);
