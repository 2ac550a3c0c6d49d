import { serveRead } from "@/app/api/serve";
import * as contract from "@/lib/circulars/reach-contract.ts";
import { readReach } from "@/lib/circulars/server/read-reach.ts";

export const GET = serveRead(contract.readReach, readReach);
