import type { ImportTarget } from "@/components/shell/imports/import-target.ts";
import { listImports } from "@/lib/institutions/list-import-contract.ts";

export const listImportTarget: ImportTarget = {
  endpoints: listImports,
  path: "/institutions/lists/import",
  trail: [
    { label: "Kurumlar", href: "/institutions" },
    { label: "Dağıtım listeleri", href: "/institutions/lists" },
  ],
  words: {
    what: "Dağıtım listelerini ve üyelerini",
    key: { head: "Kurum", isNumber: false },
    unit: "üye",
    alsoDone: "Hatalı satırı olmayan bir listede dosyanın saymadığı üyeler listeden çıkar; kimlerin çıkacağı listenin ilk satırında yazar.",
    reasonHint: "Denetim kaydına yazılır.",
    leave: "Listelere git",
  },
};
