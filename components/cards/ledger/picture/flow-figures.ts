import type { FlowBoxName, MainLineName } from "@/components/cards/ledger/picture/flow-geometry.ts";

export type FlowBox = {
  count: number;
  /** Right of the number: "1 koli", "18.11’de gelir". */
  note?: string;
  /** What the box opens; nothing for those who may not read it. */
  href?: string;
};

export type FlowFigures = { boxes: Record<FlowBoxName, FlowBox>; lines: Record<MainLineName, number> };

export const flowBoxWords: Record<FlowBoxName, string> = {
  declared: "Beyan edilen",
  transit: "Yolda",
  mint: "Darphane’de",
  vault: "Kasada",
  floor: "Ayrılan",
  consumed: "Karta dönüşen",
  missing: "Kayıp",
  spoiled: "Bozuk, elde",
  waiting: "Teslim bekleyen",
  written_off: "Kayıttan düşülen",
  destroyed: "İmha",
  sample: "Numune",
  carrier: "PTT’de",
  returning: "Geri yolda",
  returned: "İade, elde",
  carrier_destroyed: "PTT’de imha",
  carrier_damaged: "Hasarlı",
  delivered: "Hak sahibinde",
  card_destroyed: "İmha edilen kart",
  card_lost: "Kayıp kart",
};

export const mainLineWords: Record<MainLineName, string> = {
  received: "teslim alınan",
  allotted: "basıma ayrılan",
  consumed: "karta dönüşen",
  handed_over: "PTT’ye verilen",
  delivered: "teslim edilen",
};

/** What is missing or came to harm on the way is red while there is any of it. */
export function isAlarm(name: FlowBoxName, count: number): boolean {
  return count > 0 && (name === "missing" || name === "carrier_damaged");
}
