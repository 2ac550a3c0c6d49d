import Link from "next/link";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { Banner } from "@/components/ui/banner.tsx";
import type { SeriesRecord } from "@/lib/cards/ledger-contract.ts";
import { caseWords, documents } from "@/lib/cards/ledger-words.ts";
import { rangeText } from "@/lib/cards/serial-ranges.ts";
import { formatNumber, lowerTr } from "@/lib/platform/locale/tr.ts";

/** Each open case in one sentence: which numbers, how many, how much money, since when. */
export function MissingBanner({ record: { openCases, code, digits } }: { record: SeriesRecord }) {
  return openCases.map(({ id, number, kind, ranges, quantity, value, daysOpen }) => (
    <Banner
      key={id}
      tone="red"
      className="mt-3"
      title={`${ranges.map((range) => rangeText(code, range, digits)).join(", ")} ${lowerTr(caseWords[kind])}:`}
      action={
        <Link href={ledgerHrefs.case(id)} className="link">
          Dosyayı aç
        </Link>
      }
    >
      {documents(quantity)}, {moneyText(value)}. Dosya {number}, {daysOpen === 0 ? "bugün açıldı" : `${formatNumber(daysOpen)} gündür açık`}
      .
    </Banner>
  ));
}
