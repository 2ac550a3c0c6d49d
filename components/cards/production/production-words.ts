// Words and looks of production: the same on the board, the batch and the list for PTT.
import type { Look } from "@/components/cards/card-looks.ts";
import type { ManifestLineState } from "@/lib/cards/manifest-contract.ts";
import type { BatchRow, BatchState, LineState, ManifestState } from "@/lib/cards/production-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export const batchLooks: Record<BatchState, Look> = {
  gathered: { word: "Toplandı", tone: "amber", glyph: "waiting" },
  allotted: { word: "Serileri ayrıldı", tone: "amber", glyph: "waiting" },
  sent: { word: "Mühürlendi, NVİ’de", tone: "blue", glyph: "half" },
  in_production: { word: "Üretimde", tone: "blue", glyph: "half" },
  completed: { word: "Tamamlandı", tone: "green", glyph: "done" },
  cancelled: { word: "İptal edildi", tone: "grey", glyph: "ended" },
};

export const lineLooks: Record<LineState, Look> = {
  waiting: { word: "Bekliyor", tone: "grey", glyph: "empty" },
  received: { word: "Alındı", tone: "blue", glyph: "half" },
  validated: { word: "Doğrulandı", tone: "blue", glyph: "half" },
  printed: { word: "Basıldı", tone: "amber", glyph: "waiting" },
  error: { word: "Hata", tone: "red", glyph: "alert" },
  qc_pass: { word: "Denetimden geçti", tone: "green", glyph: "done" },
  qc_fail: { word: "Bozuk çıktı", tone: "red", glyph: "alert" },
  removed: { word: "Çıkarıldı", tone: "grey", glyph: "ended" },
};

export const manifestLooks: Record<ManifestState, Look> = {
  drawn_up: { word: "Teslim edilecek", tone: "amber", glyph: "waiting" },
  handed_over: { word: "PTT sayımı bekleniyor", tone: "blue", glyph: "half" },
  matched: { word: "Sayım tuttu", tone: "green", glyph: "done" },
  disputed: { word: "Farklı sayıldı", tone: "red", glyph: "alert" },
};

export const manifestLineLooks: Record<ManifestLineState, Look> = {
  listed: { word: "Listede", tone: "grey", glyph: "empty" },
  counted: { word: "PTT saydı", tone: "green", glyph: "done" },
  missing: { word: "PTT’de yok", tone: "red", glyph: "alert" },
  unexpected: { word: "Listede yok", tone: "red", glyph: "alert" },
};

export const cardCount = (count: number): string => `${formatNumber(count)} kart`;

const openLines = ({ lines }: BatchRow): number => lines.waiting + lines.received + lines.validated + lines.printed;

export type NextStep = { who: string; what: string };

/** Who has to do what next, in one line; null where nothing is left. */
export function nextStepOf(batch: BatchRow): NextStep | null {
  const { state, lines, floorCount } = batch;
  const open = openLines(batch);
  if (state === "cancelled") return floorCount > 0 ? giveBack(floorCount) : null;
  if (state === "completed") return null;
  if (state === "gathered" || (state === "allotted" && floorCount < open)) {
    return { who: "Stok sorumlusu", what: `Kasadan ${formatNumber(open - floorCount)} seri numarası ayrılacak (iki kişi)` };
  }
  if (state === "allotted") return { who: "Üretim", what: "Parti mühürlenecek, dosya NVİ’ye gidecek" };
  if (state === "sent") return { who: "NVİ", what: `${cardCount(open)} için yanıt bekleniyor` };
  if (lines.printed > 0) return { who: "Üretim", what: `${cardCount(lines.printed)} denetlenecek` };
  if (open > 0) return { who: "NVİ", what: `${cardCount(open)} için yanıt bekleniyor` };
  return floorCount > 0 ? giveBack(floorCount) : { who: "Üretim", what: "Parti kapatılacak" };
}

const giveBack = (count: number): NextStep => ({
  who: "Stok sorumlusu",
  what: `Artan ${formatNumber(count)} seri numarası kasaya geri verilecek (iki kişi)`,
});
