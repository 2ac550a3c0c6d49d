import { serveRead } from "@/app/api/serve";
import { countCards } from "@/lib/cards/card-contract.ts";
import { countCards as run } from "@/lib/cards/server/list-cards.ts";

export const GET = serveRead(countCards, run);
