import Link from "next/link";
import { caseLabels } from "@/components/cards/ledger/labels.ts";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { moneyText, paperText, rangeText } from "@/components/cards/ledger/serial-text.ts";
import { Banner } from "@/components/ui/banner.tsx";
import type { SeriesRecord } from "@/lib/cards/ledger-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** Each open case in one sentence: which numbers, how many, how much money, since when. */
export function MissingBanner({ record: { openCases, digits } }: { record: SeriesRecord }) {
  return openCases.map(({ id, number, kind, ranges, quantity, value, daysOpen }) => (
    <Banner
      key={id}
      tone="red"
      className="mt-3"
      title={`${ranges.map(({ first, last }) => rangeText(first, last, digits)).join(", ")} ${caseLabels[kind].toLocaleLowerCase("tr-TR")}:`}
      action={
        <Link href={ledgerHrefs.case(id)} className="link">
          Dosyayı aç
        </Link>
      }
    >
      {paperText(quantity)}, {moneyText(value)}. Dosya {number}, {daysOpen === 0 ? "bugün açıldı" : `${formatNumber(daysOpen)} gündür açık`}
      .
    </Banner>
  ));
}
