import { serveRead } from "@/app/api/serve";
import { searchCards } from "@/lib/cards/card-contract.ts";
import { searchCards as run } from "@/lib/cards/server/list-cards.ts";

export const GET = serveRead(searchCards, run);
