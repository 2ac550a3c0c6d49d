import { serve } from "@/app/api/serve";
import * as manifests from "@/lib/cards/manifest-contract.ts";
import { takeManifestCount } from "@/lib/cards/server/manifest-count.ts";

export const POST = serve(manifests.takeManifestCount, takeManifestCount);
