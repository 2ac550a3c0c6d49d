import type { GlyphName } from "@/components/ui/glyph.tsx";
import type { Tone } from "@/components/ui/tone.ts";
import type { Equation, ShipmentRow, StockProposal } from "@/lib/cards/ledger-rows.ts";
import { shipmentStateWords } from "@/lib/cards/ledger-words.ts";
import type { CountState } from "@/lib/cards/stock-contract.ts";

type Look = { word: string; tone: Tone; glyph: GlyphName };

const shipmentLooks: Record<ShipmentRow["state"], Look> = {
  in_transit: { word: shipmentStateWords.in_transit, tone: "blue", glyph: "half" },
  received: { word: shipmentStateWords.received, tone: "green", glyph: "done" },
  disputed: { word: shipmentStateWords.disputed, tone: "red", glyph: "alert" },
  settled: { word: shipmentStateWords.settled, tone: "green", glyph: "done" },
};

/** A shipment whose receipt is late is red although it is still on the road (L4). */
export function shipmentLook({ state, isOverdue }: Pick<ShipmentRow, "state" | "isOverdue">): Look {
  return state === "in_transit" && isOverdue ? { word: "Teslim alma gecikti", tone: "red", glyph: "alert" } : shipmentLooks[state];
}

export const countLooks: Record<CountState, Look> = {
  counting: { word: "Sayılıyor", tone: "amber", glyph: "waiting" },
  matched: { word: "Fark yok", tone: "green", glyph: "done" },
  variance: { word: "Fark var", tone: "red", glyph: "alert" },
  abandoned: { word: "Vazgeçildi", tone: "grey", glyph: "ended" },
};

export const caseStateLooks: Record<"open" | "resolved", Look> = {
  open: { word: "Açık", tone: "red", glyph: "alert" },
  resolved: { word: "Kapandı", tone: "green", glyph: "done" },
};

export const proposalLooks: Record<StockProposal["state"], Look> = {
  proposed: { word: "İkinci kişiyi bekliyor", tone: "amber", glyph: "waiting" },
  executed: { word: "Onaylandı, yapıldı", tone: "green", glyph: "done" },
  refused: { word: "Reddedildi", tone: "red", glyph: "alert" },
  withdrawn: { word: "Geri alındı", tone: "grey", glyph: "ended" },
  expired: { word: "Süresi geçti", tone: "grey", glyph: "ended" },
};

/** What stands under a term of an equation; those of cards are the words of "Card, where". */
export const termLabels: Record<Equation["terms"][number]["name"], string> = {
  mint_declared: "Darphane’de",
  transit_mint_nvi: "yolda",
  nvi_vault: "kasada",
  nvi_floor: "ayrılan",
  spoiled_held: "bozuk, elde",
  qa_sample: "numune",
  consumed: "karta dönüşen",
  destroyed: "imha",
  missing: "kayıp",
  written_off: "kayıttan düşülen",
  cards: "denetimden geçen kart",
  nvi: "teslim bekleyen",
  ptt_accepted: "PTT aldı",
  in_transit: "PTT yolda",
  out_for_delivery: "dağıtımda",
  delivered: "hak sahibinde",
  attempt_failed: "teslim edilemeyen",
  at_branch: "PTT şubesinde",
  returning: "geri yolda",
  returned_held: "iade, elde",
  lost: "kayıp kart",
  damaged: "hasarlı",
  destroyed_by_carrier: "PTT’de imha",
  under_inquiry: "araştırmada",
};

export const equationLabels: Record<Equation["name"], { name: string; whole: string }> = {
  declared: { name: "Beyan edilen bütün numaralar bir yerdedir", whole: "beyan edilen" },
  consumed: { name: "Karta dönüşen her numaranın bir kartı vardır", whole: "karta dönüşen" },
  cards: { name: "Her yeni kartın yeri bellidir", whole: "yeni kart" },
};
