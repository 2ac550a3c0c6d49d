import { serve } from "@/app/api/serve";
import { endUserSessions } from "@/lib/access/server/end-user-sessions.ts";
import * as contract from "@/lib/access/users-contract.ts";

export const POST = serve(contract.endUserSessions, endUserSessions);
