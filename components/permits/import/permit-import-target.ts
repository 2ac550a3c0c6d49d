import type { ImportTarget } from "@/components/shell/imports/import-target.ts";
import { permitImports } from "@/lib/permits/import-contract.ts";

export const permitImportTarget: ImportTarget = {
  endpoints: permitImports,
  path: "/permits/import",
  trail: [{ label: "İzin kayıtları", href: "/permits" }],
  words: {
    what: "İzinleri ve başvuruları",
    key: { head: "Numara", isNumber: true },
    unit: "kayıt",
    reasonHint: "Her kaydın geçmişinde görünür.",
    leave: "İzin kayıtlarına git",
  },
};
