// The words of the valued-paper ledger: the same in lists, pictures, papers and refusals.
import { formatNumber } from "../platform/locale/tr.ts";
import type { Account, CaseKind, LineAccount, MovementKind, ShipmentState, StockAct } from "./ledger-rows.ts";
import type { Refusal } from "./serial-ledger.ts";
import { rangeText } from "./serial-ranges.ts";

export const accountWords: Record<LineAccount, string> = {
  outside: "Dışarısı",
  mint_declared: "Darphane’de",
  transit_mint_nvi: "Yolda",
  nvi_vault: "Kasada",
  nvi_floor: "Ayrılan",
  spoiled_held: "Bozuk, elde",
  qa_sample: "Numune",
  consumed: "Karta dönüşen",
  destroyed: "İmha edilen",
  missing: "Kayıp",
  written_off: "Kayıttan düşülen",
};

export const movementWords: Record<MovementKind, string> = {
  declare: "Üretim beyanı",
  dispatch: "Darphane’den çıkış",
  receive: "Teslim alma",
  allot: "Partiye ayırma",
  give_back: "Partiden iade",
  consume: "Karta dönüşme",
  spoil: "Bozuk ayırma",
  sample: "Numune alma",
  destroy: "İmha",
  lose: "Kayıp kaydı",
  find: "Bulunma",
  write_off: "Kayıttan düşme",
  reverse: "Geri alma",
};

export const stockActWords: Record<StockAct, string> = {
  allot: "Partiye ayır",
  give_back: "Kasaya iade et",
  destroy: "İmha et",
  lose: "Kayıp kaydet",
  find: "Bulundu kaydet",
  write_off: "Kayıttan düş",
};

export const caseWords: Record<CaseKind, string> = {
  short_delivery: "Eksik teslimat",
  over_delivery: "Fazla teslimat",
  missing: "Kayıp",
  count_variance: "Sayım farkı",
  difference: "Defter farkı",
};

export const shipmentStateWords: Record<ShipmentState, string> = {
  in_transit: "Yolda",
  received: "Teslim alındı",
  disputed: "Farkı var",
  settled: "Kapandı",
};

const places: Record<Account, string> = {
  mint_declared: "Darphane’de",
  transit_mint_nvi: "yolda",
  nvi_vault: "kasada",
  nvi_floor: "partiye ayrılmış",
  spoiled_held: "bozuk olarak elde",
  qa_sample: "numunede",
  consumed: "karta dönüşmüş",
  destroyed: "imha edilmiş",
  missing: "kayıp",
  written_off: "kayıttan düşülmüş",
};

const placeOf = (account: LineAccount): string => (account === "outside" ? "beyan edilmemiş" : places[account]);

/** What a user reads when the ledger refuses a movement; names the serials and where they lie. */
export function refusalText(series: string, refusal: Refusal, digits: number): string {
  switch (refusal.reason) {
    case "pair":
      return `${accountWords[refusal.line.from]} → ${accountWords[refusal.line.to]}: defterde böyle bir hareket yok.`;
    case "batch":
      return "Partiye ayrılan belgenin partisi belirtilmeli; başka yerdekinin partisi olmaz.";
    case "twice":
      return `${rangeText(series, refusal.range, digits)} iki kez yazılmış.`;
    case "declared_already":
      return `${rangeText(series, refusal.range, digits)} daha önce beyan edilmiş; şimdi ${placeOf(refusal.lies)}.`;
    case "not_held":
      return refusal.lies === refusal.from
        ? `${rangeText(series, refusal.range, digits)} başka bir partide.`
        : `${rangeText(series, refusal.range, digits)} ${placeOf(refusal.from)} değil: ${placeOf(refusal.lies ?? "outside")}.`;
    case "counting":
      return `${accountWords[refusal.account]} hesabında sayım sürüyor; sayım kapanana kadar hareket yazılamaz.`;
  }
}

/** "5.000 belge". */
export const documents = (count: number): string => `${formatNumber(count)} belge`;
