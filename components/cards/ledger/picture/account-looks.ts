import type { Account } from "@/lib/cards/ledger-rows.ts";

export type AccountLook = {
  fill: string;
  /** Drawn as a line of its own, since few serials of it lie among many others. */
  isTick?: true;
  isOutline?: true;
};

/** How the serials of an account are drawn on the number strip. Colour never speaks alone: legend, list and tooltip name it. */
export const accountLooks: Record<Account, AccountLook> = {
  mint_declared: { fill: "none", isOutline: true },
  transit_mint_nvi: { fill: "none", isOutline: true },
  nvi_vault: { fill: "var(--color-viz-4)" },
  nvi_floor: { fill: "var(--color-viz-3)" },
  consumed: { fill: "var(--color-viz-1)" },
  spoiled_held: { fill: "var(--color-viz-2)", isTick: true },
  qa_sample: { fill: "var(--color-viz-2)", isTick: true },
  destroyed: { fill: "var(--color-viz-2)", isTick: true },
  missing: { fill: "var(--color-red-solid)", isTick: true },
  written_off: { fill: "var(--color-viz-5)", isTick: true },
};

export type LegendEntry = { word: string; accounts: readonly Account[]; sample: Account };

export const legend: readonly LegendEntry[] = [
  { word: "Karta dönüşen", accounts: ["consumed"], sample: "consumed" },
  { word: "Bozuk, numune, imha", accounts: ["spoiled_held", "qa_sample", "destroyed"], sample: "destroyed" },
  { word: "Kayıp", accounts: ["missing"], sample: "missing" },
  { word: "Kayıttan düşülen", accounts: ["written_off"], sample: "written_off" },
  { word: "Ayrılan", accounts: ["nvi_floor"], sample: "nvi_floor" },
  { word: "Kasada", accounts: ["nvi_vault"], sample: "nvi_vault" },
  { word: "Yolda, Darphane’de", accounts: ["transit_mint_nvi", "mint_declared"], sample: "transit_mint_nvi" },
];
