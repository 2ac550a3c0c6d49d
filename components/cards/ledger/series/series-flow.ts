import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import type { FlowBox, FlowFigures } from "@/components/cards/ledger/picture/flow-figures.ts";
import type { FlowBoxName } from "@/components/cards/ledger/picture/flow-geometry.ts";
import type { CardWhereabouts } from "@/lib/cards/contract.ts";
import type { SeriesRecord } from "@/lib/cards/ledger-contract.ts";
import type { Account, SeriesFigures } from "@/lib/cards/ledger-rows.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

const accountsOf: Partial<Record<FlowBoxName, Account>> = {
  transit: "transit_mint_nvi",
  mint: "mint_declared",
  vault: "nvi_vault",
  floor: "nvi_floor",
  consumed: "consumed",
  missing: "missing",
  spoiled: "spoiled_held",
  written_off: "written_off",
  destroyed: "destroyed",
  sample: "qa_sample",
};

const whereaboutsOf: Partial<Record<FlowBoxName, readonly CardWhereabouts[]>> = {
  waiting: ["nvi"],
  carrier: ["ptt_accepted", "in_transit", "out_for_delivery", "attempt_failed", "at_branch", "under_inquiry"],
  returning: ["returning"],
  returned: ["returned_held"],
  carrier_destroyed: ["destroyed_by_carrier"],
  carrier_damaged: ["damaged"],
  delivered: ["delivered"],
  card_destroyed: ["destroyed"],
  card_lost: ["lost"],
};

/** Ledger and whereabouts as one flow: accounts up to the moment a blank becomes a card, the cards themselves from there on. */
export function flowOf(record: SeriesRecord, figures: SeriesFigures): FlowFigures {
  const { code } = record;
  const { balances, cards, declaredCount } = figures;
  const accounts = Object.entries(accountsOf).map(([box, account]): [string, FlowBox] => [
    box,
    { count: balances[account], href: ledgerHrefs.movements({ series: code, account }), ...noteOf(account, record) },
  ]);
  const whereabouts = Object.entries(whereaboutsOf).map(([box, places]): [string, FlowBox] => [
    box,
    { count: places.reduce((sum, place) => sum + cards[place], 0), href: ledgerHrefs.seriesCards(code, places) },
  ]);
  const declared: FlowBox = { count: declaredCount, href: ledgerHrefs.movements({ series: code, kind: "declare" }) };
  const everyCard = Object.values(cards).reduce((sum, count) => sum + count, 0);
  const stopped = balances.nvi_vault + balances.missing + balances.written_off;
  const received = declaredCount - balances.mint_declared - balances.transit_mint_nvi;
  return {
    boxes: { declared, ...Object.fromEntries([...accounts, ...whereabouts]) } as FlowFigures["boxes"],
    lines: {
      received,
      allotted: received - stopped,
      consumed: balances.consumed,
      handed_over: everyCard - cards.nvi,
      delivered: cards.delivered,
    },
  };
}

function noteOf(account: Account, { shipments, openCases, counting }: SeriesRecord): { note?: string } {
  if (counting.some((count) => count.account === account)) return { note: "sayılıyor" };
  const next = shipments.filter(({ state }) => state === "in_transit").toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))[0];
  if (account === "transit_mint_nvi" && next) return { note: `son ${formatDate(new Date(next.dueAt)).slice(0, 5)}` };
  const cases = openCases.filter(({ kind }) => kind === "missing" || kind === "short_delivery");
  return account === "missing" && cases.length > 0 ? { note: `${cases.length} dosya` } : {};
}
