import Link from "next/link";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { type SummaryItem, SummaryList } from "@/components/ui/summary-list.tsx";
import type { SerialRange } from "@/lib/cards/ledger-rows.ts";
import { documents } from "@/lib/cards/ledger-words.ts";
import { rangeText } from "@/lib/cards/serial-ranges.ts";
import type { StockCountRecord } from "@/lib/cards/stock-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** Both sheets beside the book, and the difference in words. */
export function CountResult({ count, book }: { count: StockCountRecord; book: number }) {
  const isGood = count.state === "matched";
  return (
    <Panel title="Sonuç">
      <SummaryList
        items={[
          { label: "Defter", value: documents(book) },
          ...count.sheets.map(({ counterName, quantity }) => ({
            label: counterName,
            value: quantity === null ? null : `${documents(quantity)}${differenceWords(quantity - book)}`,
          })),
          ...serials("Yalnız defterde olan", count, count.onlyInBook),
          ...serials("Yalnız tutanakta olan", count, count.onlyOnSheets),
        ]}
      />
      <Banner
        tone={isGood ? "green" : "red"}
        className="mt-4"
        title={isGood ? "Sayım defterle tutuyor." : "Sayım defterle tutmuyor; fark için dosya açıldı."}
        {...(count.case
          ? {
              action: (
                <Link href={ledgerHrefs.case(count.case.id)} className="link">
                  Dosya {count.case.number}
                </Link>
              ),
            }
          : {})}
      >
        {isGood ? null : "Defterin rakamı değişmedi."}
      </Banner>
    </Panel>
  );
}

function differenceWords(difference: number): string {
  if (difference === 0) return ", fark yok";
  return difference > 0 ? `, ${formatNumber(difference)} fazla` : `, ${formatNumber(-difference)} eksik`;
}

function serials(label: string, { series, digits }: StockCountRecord, ranges: readonly SerialRange[] | null): SummaryItem[] {
  if (!ranges || ranges.length === 0) return [];
  return [{ label, value: <span className="code">{ranges.map((range) => rangeText(series, range, digits)).join(", ")}</span> }];
}
