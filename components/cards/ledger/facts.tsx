import Link from "next/link";
import type { SummaryItem } from "@/components/ui/summary-list.tsx";
import { readStockDocument } from "@/lib/cards/stock-contract.ts";
import { urlOf } from "@/lib/platform/http/call.ts";

/** A line of a summary that is left out where nothing is known. */
export const told = (label: string, value: string | null | undefined): SummaryItem[] => (value ? [{ label, value }] : []);

/** The record that something belongs to, with the way there. */
export function linked(label: string, target: { id: string; number: string } | null, hrefOf: (id: string) => string): SummaryItem[] {
  if (!target) return [];
  return [
    {
      label,
      value: (
        <Link href={hrefOf(target.id)} className="link">
          {target.number}
        </Link>
      ),
    },
  ];
}

export function scanned(label: string, documentId: string | null): SummaryItem[] {
  if (!documentId) return [];
  return [
    {
      label,
      value: (
        <a href={urlOf(readStockDocument, { documentId }).url} className="link">
          Belgeyi indir
        </a>
      ),
    },
  ];
}
