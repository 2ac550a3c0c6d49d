import {
  BellRing,
  ClockAlert,
  FileArchive,
  FilePenLine,
  Inbox,
  type LucideIcon,
  MailWarning,
  PenLine,
  Send,
  Signature,
  Stamp,
  TriangleAlert,
  Undo2,
} from "lucide-react";
import type { TodayItem } from "@/lib/circulars/incoming-contract.ts";

/** What a waiting thing is, in the words of the office. */
export const waitingKinds: Record<TodayItem["kind"], { word: string; icon: LucideIcon }> = {
  incoming: { word: "Gelen yazı", icon: Inbox },
  draft: { word: "Taslak", icon: FilePenLine },
  returned: { word: "Taslak", icon: Undo2 },
  to_initial: { word: "Paraf", icon: PenLine },
  to_sign: { word: "İmza", icon: Signature },
  prepared: { word: "İmza", icon: Stamp },
  to_dispatch: { word: "Gönderim", icon: Send },
  to_carry: { word: "KEP dosyaları", icon: FileArchive },
  silent: { word: "Cevap", icon: BellRing },
  overdue: { word: "Süresi geçen cevap", icon: ClockAlert },
  task: { word: "Karar", icon: TriangleAlert },
  address: { word: "Adres", icon: MailWarning },
};
