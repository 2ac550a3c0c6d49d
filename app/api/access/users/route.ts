import { serve } from "@/app/api/serve";
import { listUsers } from "@/lib/access/server/list-users.ts";
import { createUser } from "@/lib/access/server/user-changes.ts";
import * as contract from "@/lib/access/users-contract.ts";

export const GET = serve(contract.listUsers, listUsers);
export const POST = serve(contract.createUser, createUser);
