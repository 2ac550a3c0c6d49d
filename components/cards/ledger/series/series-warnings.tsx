import Link from "next/link";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { Banner } from "@/components/ui/banner.tsx";
import type { SeriesRecord } from "@/lib/cards/ledger-contract.ts";
import { accountWords } from "@/lib/cards/ledger-words.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

/** What stops work on the series, and since when. */
export function SeriesWarnings({ record: { blocked, counting, figures } }: { record: SeriesRecord }) {
  return (
    <>
      {blocked ? (
        <Banner
          tone="red"
          title="Bu seriden yeni partiye belge ayrılamaz."
          action={
            <Link href={ledgerHrefs.cases} className="link">
              Dosyaları aç
            </Link>
          }
        >
          {blocked.reason} {formatDateTime(new Date(blocked.at))} tarihinden beri; dosya kapanınca açılır.
        </Banner>
      ) : null}
      {counting.map(({ id, number, account, startedAt }) => (
        <Banner
          key={id}
          tone="amber"
          title={`${accountWords[account]} sayılıyor (${number}).`}
          action={
            <Link href={ledgerHrefs.count(id)} className="link">
              Sayımı aç
            </Link>
          }
        >
          {formatDateTime(new Date(startedAt))} tarihinden beri bu hesapta hareket yazılamaz.
          {figures ? null : " Sayım kördür: defter rakamları iki tutanak da verilene kadar size gösterilmez."}
        </Banner>
      ))}
    </>
  );
}
