import { serveRead } from "@/app/api/serve";
import { listCards } from "@/lib/cards/card-contract.ts";
import { listCards as run } from "@/lib/cards/server/list-cards.ts";

export const GET = serveRead(listCards, run);
