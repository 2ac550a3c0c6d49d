import { serve } from "@/app/api/serve";
import * as manifests from "@/lib/cards/manifest-contract.ts";
import { readManifest } from "@/lib/cards/server/manifest-record.ts";

export const GET = serve(manifests.readManifest, readManifest);
