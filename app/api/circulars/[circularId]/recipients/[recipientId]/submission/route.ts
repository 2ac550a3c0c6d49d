import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/delivery-contract";
import { recordSubmission } from "@/lib/circulars/server/record-submission";

export const POST = serve(contract.recordSubmission, recordSubmission);
