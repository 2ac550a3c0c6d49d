import { serve } from "@/app/api/serve";
import * as manifests from "@/lib/cards/manifest-contract.ts";
import { handOverManifest } from "@/lib/cards/server/manifest-commands.ts";

export const POST = serve(manifests.handOverManifest, handOverManifest);
