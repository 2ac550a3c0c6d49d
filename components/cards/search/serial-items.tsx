"use client";
import { ScanBarcode } from "lucide-react";
import { useMay } from "@/components/access/use-may.ts";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import type { PaletteItem } from "@/components/shell/palette/palette-item.ts";
import { parseSerials, rangeText } from "@/lib/cards/serial-ranges.ts";

/** For those who keep the ledger a serial is a place: typed, or read by a scanner wherever they are. */
export function useSerialItems(typed: string): PaletteItem[] {
  const parsed = useMay()("ledger:read") ? parseSerials(typed) : null;
  if (!parsed) return [];
  const name = rangeText(parsed.series, parsed);
  return [
    {
      id: `serial ${name}`,
      group: "Değerli kâğıt",
      icon: <ScanBarcode size={16} strokeWidth={1.75} aria-hidden="true" />,
      text: `${name} nerede`,
      hint: "Yeri ve bütün geçmişi",
      href: ledgerHrefs.serials(name),
    },
  ];
}
