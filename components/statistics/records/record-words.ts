import type { DayName } from "@/lib/statistics/facts.ts";
import type { Source } from "@/lib/statistics/measures.ts";

/** What one record is. */
export const recordWords: Record<Source, string> = {
  permit: "izin",
  application: "başvuru",
  card: "kart",
  circular: "yazı",
  recipient: "alıcı",
};

/** The head over a record's number. */
export const numberWords: Record<Source, string> = {
  permit: "İzin no",
  application: "Başvuru no",
  card: "Kart no",
  circular: "Yazı no",
  recipient: "Yazı no",
};

/** The head over what a letter is about, or whom it went to. */
export const titleWords: Partial<Record<Source, string>> = { circular: "Konu", recipient: "Alıcı" };

/** The head over the day by which something is counted. */
export const dayWords: Record<DayName, string> = {
  issued: "Kayıt",
  begun: "Başlangıç",
  ended: "Sona erme",
  expired: "Bitiş",
  submitted: "Başvuru",
  decided: "Karar",
  produced: "Düzenlenme",
  handed_over: "PTT’ye teslim",
  delivered: "Teslim",
  returned: "İade",
  spoiled: "Denetim",
  dispatched: "Dağıtım",
  reached: "Ulaşma",
  acknowledged: "Bilgi alınma",
};
