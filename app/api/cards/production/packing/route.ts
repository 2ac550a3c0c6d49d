import { serve } from "@/app/api/serve";
import * as manifests from "@/lib/cards/manifest-contract.ts";
import { listPackableCards, packCards } from "@/lib/cards/server/pack-cards.ts";

export const POST = serve(manifests.packCards, packCards);
export const GET = serve(manifests.listPackableCards, listPackableCards);
