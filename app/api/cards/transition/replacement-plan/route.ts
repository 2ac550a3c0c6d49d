import { serveRead } from "@/app/api/serve";
import { readReplacementPlan as read } from "@/lib/cards/server/transition-reads.ts";
import { readReplacementPlan } from "@/lib/cards/transition-contract.ts";

export const GET = serveRead(readReplacementPlan, read);
