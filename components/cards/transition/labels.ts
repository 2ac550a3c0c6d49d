import type { Fill } from "@/components/charts/fill.ts";
import type { TransitionPart } from "@/lib/cards/transition-part.ts";

/** One word and one look for each part, wherever it stands; in the order of the equation. */
export const partLooks: Record<TransitionPart, Fill & { word: string }> = {
  new: { word: "Yeni tasarım", color: "var(--color-viz-1)" },
  old_ending: { word: "Eski, bitişi var", color: "var(--color-viz-2)", pattern: "rising" },
  old_open: { word: "Eski, bitişi yok", color: "var(--color-viz-5)", pattern: "dots" },
  in_replacement: { word: "Değişimde", color: "var(--color-viz-4)", pattern: "upright" },
  without_card: { word: "Kartı henüz yok", color: "var(--color-viz-6)", pattern: "falling" },
};

/** What a figure means, sentence by sentence (product.md, D11). */
export const definitions = {
  parts: [
    "Kartı olan türlerde, gün sonunda yürürlükteki her izin beş bölümden tam birinde sayılır; bölümlerin toplamı izin sayısına eşittir.",
    "Sıra: elinde geçerli kartı olmayan, yenisi istenmiş olan (değişimde), yeni tasarım, bitişi olmayan eski, bitişi olan eski.",
    "Uzatması yazılmış ama başlamamış izin, uzatma başlayana kadar eskisiyle sayılır. İzin bugünkü ilinde gösterilir.",
  ],
  drain: [
    "Bitişi olan eski kart, üzerindeki son günün ertesi günü azalır; iptal, kayıp ve değişim daha önce azaltır.",
    "Beklenen çizgi, kartların üzerindeki bitişlerden ve son on iki ayın erken çıkış oranından gelir. İlin oranı, ülkenin oranıyla birlikte kullanılır.",
    "%90 aralık: geçmiş aylardan kurayla kurulan 400 gelecekten 360’ının içinde kaldığı sınır. %95, %99 ve %100, geçiş günündeki eski kartların oranıdır.",
    "Bitişi olmayan eski kartlar kendiliğinden azalmaz; bu çizgide yoktur, ayrı gösterilir.",
  ],
  share: [
    "Elde geçerli kart içinde eski tasarımın payı: (eski, bitişi var + eski, bitişi yok) / (yeni + eski + değişimde).",
    "Son bitiş: ildeki eski kartların üzerindeki en geç gün.",
  ],
  backTest: [
    "Her ay sonunda, yalnız o gün bilinenlerle bir tahmin yapılır ve saklanır; sonraki ay sonlarında gerçekleşenle karşılaştırılır.",
    "Ortalama hata: |beklenen − gerçekleşen| / gerçekleşen, bütün karşılaştırmaların ortalaması. Aralıkta kalan: gerçekleşenin %90 aralığın içinde kaldığı karşılaştırmalar.",
  ],
} as const;
