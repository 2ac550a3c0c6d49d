import { serve } from "@/app/api/serve";
import { savePreferences } from "@/lib/access/contract.ts";
import { savePreferences as operation } from "@/lib/access/server/save-preferences.ts";

export const PUT = serve(savePreferences, operation);
