import { serve } from "@/app/api/serve";
import { readUser } from "@/lib/access/server/read-user.ts";
import * as contract from "@/lib/access/users-contract.ts";

export const GET = serve(contract.readUser, readUser);
