import { serve } from "@/app/api/serve";
import { readCardFile } from "@/lib/cards/card-contract.ts";
import { readCardFile as run } from "@/lib/cards/server/read-card.ts";

export const GET = serve(readCardFile, run);
