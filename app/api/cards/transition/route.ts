import { serveRead } from "@/app/api/serve";
import { readTransition as read } from "@/lib/cards/server/transition-reads.ts";
import { readTransition } from "@/lib/cards/transition-contract.ts";

export const GET = serveRead(readTransition, read);
