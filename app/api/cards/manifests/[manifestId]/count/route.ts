import { serve } from "@/app/api/serve";
import * as manifests from "@/lib/cards/manifest-contract.ts";
import { countManifest } from "@/lib/cards/server/manifest-count.ts";

export const POST = serve(manifests.countManifest, countManifest);
