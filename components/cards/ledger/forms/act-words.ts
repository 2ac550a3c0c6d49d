import type { StockAct } from "@/lib/cards/ledger-rows.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type ActName = StockAct | "spoil" | "sample";

export const actTitles: Record<ActName, string> = {
  spoil: "Bozuğa ayır",
  sample: "Numune al",
  allot: "Partiye ayır",
  give_back: "Kasaya geri ver",
  destroy: "İmha et",
  lose: "Kayıp yaz",
  find: "Bulundu yaz",
  write_off: "Kayıttan düş",
};

/** The deed with its count, for the button: "12 belgeyi bozuğa ayır". */
export function actDeed(act: ActName, count: number): string {
  const many = `${formatNumber(count)} belgeyi`;
  const deeds: Record<ActName, string> = {
    spoil: `${many} bozuğa ayır`,
    sample: `${many} numune al`,
    allot: `${many} partiye ayırmayı öner`,
    give_back: `${many} kasaya geri vermeyi öner`,
    destroy: `${many} imha etmeyi öner`,
    lose: `${many} kayıp yazmayı öner`,
    find: `${many} bulundu yazmayı öner`,
    write_off: `${many} kayıttan düşmeyi öner`,
  };
  return deeds[act];
}

/** The second person's button. */
export function decisionDeed(act: StockAct, count: number): string {
  const many = `${formatNumber(count)} belgenin`;
  const deeds: Record<StockAct, string> = {
    allot: `${many} partiye ayrılmasını onayla`,
    give_back: `${many} kasaya geri verilmesini onayla`,
    destroy: `${many} imhasını onayla`,
    lose: `${many} kayıp yazılmasını onayla`,
    find: `${many} bulundu yazılmasını onayla`,
    write_off: `${many} kayıttan düşülmesini onayla`,
  };
  return deeds[act];
}

/** What follows, told before the deed. */
export const actConsequences: Record<ActName, string> = {
  spoil: "Bozuğa ayrılan belge bir daha verilmez; yalnız imha edilir.",
  sample: "Numune alınan belge hiç kimseye verilmez; denemeden sonra imha edilir.",
  allot: "İkinci kişi onaylayınca belgeler kasadan partinin önüne geçer.",
  give_back: "İkinci kişi onaylayınca belgeler kasaya döner.",
  destroy: "İmha geri alınamaz. Başka görevdeki ikinci bir kişi onaylar; tutanağı ikisi imzalar.",
  lose: "İkinci kişi onaylayınca belgeler kayıp görünür ve dosyası bulununcaya ya da düşülünceye kadar açık kalır.",
  find: "İkinci kişi onaylayınca belgeler kayıptan çıkar.",
  write_off: "Kayıttan düşme geri alınamaz. Stok sorumlusu olmayan bir kişi onaylar.",
};
