import type { ImportTarget } from "@/components/shell/imports/import-target.ts";
import { institutionImports } from "@/lib/institutions/institution-import-contract.ts";

export const institutionImportTarget: ImportTarget = {
  endpoints: institutionImports,
  path: "/institutions/import",
  trail: [{ label: "Kurumlar", href: "/institutions" }],
  words: {
    what: "Kurumları ve kanallarını",
    key: { head: "Kurum", isNumber: false },
    unit: "kurum",
    reasonHint: "Denetim kaydına, eklenen her kurumla birlikte yazılır.",
    leave: "Kurumlara git",
  },
};
