import type { DraftContent } from "@/lib/circulars/contract.ts";

export const draftFieldLabels: Record<keyof DraftContent, string> = {
  subject: "Konu",
  references: "İlgi",
  body: "Metin",
  closing: "Kapanış",
  urgency: "İvedilik",
  dueOn: "Son gün",
  layout: "Dağıtımın yeri",
  contact: "Bilgi için",
  distributionListId: "Dağıtım listesi",
  recipients: "Muhataplar",
  reviewerIds: "Paraf sırası",
  signatoryId: "İmzalayacak kişi",
};
