"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { LedgerFrame } from "@/components/cards/ledger/ledger-frame.tsx";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { ledgerQueries } from "@/components/cards/ledger/ledger-queries.ts";
import { PaperFacts, PaperSheet, PaperTitle, Signatures } from "@/components/cards/ledger/print/paper-sheet.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page } from "@/components/ui/page-header.tsx";
import { accountWords } from "@/lib/cards/ledger-words.ts";
import type { StockCountRecord } from "@/lib/cards/stock-contract.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

/** An empty sheet to count on: it never says what the book holds (L7). */
export function CountSheetScreen({ countId }: { countId: string }) {
  const query = useQuery(ledgerQueries.count(countId));
  const back = ledgerHrefs.count(countId);
  return (
    <LedgerFrame crumbs={[{ label: "Sayım", href: ledgerHrefs.counts }, { label: "Sayım tutanağı" }]}>
      <Page className="max-w-[60rem] print:max-w-none print:p-0">
        {query.data ? null : <h1 className="sr-only">Sayım tutanağı</h1>}
        <LoadState
          query={query}
          what="Sayım"
          back={
            <Link href={back} className="link">
              Sayıma dön
            </Link>
          }
        >
          {(count) => (
            <PaperSheet
              title={`Sayım tutanağı ${count.number}`}
              deed="Boş tutanağı yazdır"
              back={{ href: back, label: `Sayım ${count.number}` }}
            >
              <CountPaper count={count} />
            </PaperSheet>
          )}
        </LoadState>
      </Page>
    </LedgerFrame>
  );
}

const emptyRows = Array.from({ length: 12 }, (_, index) => index + 1);
const cell = "h-8 border border-black px-2";

function CountPaper({ count: { number, series, account, batch, startedAt } }: { count: StockCountRecord }) {
  return (
    <>
      <PaperTitle office="Çalışma ve Sosyal Güvenlik Bakanlığı">DEĞERLİ KÂĞIT SAYIM TUTANAĞI</PaperTitle>
      <PaperFacts
        facts={[
          { label: "Sayım no", value: number },
          { label: "Seri", value: series },
          { label: "Sayılan yer", value: batch ? `${accountWords[account]}, parti ${batch.number}` : accountWords[account] },
          { label: "Sayımın başladığı an", value: formatDateTime(new Date(startedAt)) },
          { label: "Sayan", value: "............................................................" },
          { label: "Sayım günü ve saati", value: "............................................................" },
        ]}
      />
      <table className="mt-6 w-full border-collapse text-[11pt]">
        <caption className="sr-only">Sayılan numaralar, elle doldurulur</caption>
        <thead>
          <tr>
            {["Sıra", "İlk numara", "Son numara", "Adet"].map((name) => (
              <th key={name} scope="col" className={`${cell} text-left`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {emptyRows.map((row) => (
            <tr key={row}>
              <td className={`${cell} w-14`}>{row}</td>
              <td className={cell} />
              <td className={cell} />
              <td className={`${cell} w-28`} />
            </tr>
          ))}
          <tr>
            <td className={`${cell} font-bold`} colSpan={3}>
              Sayılan toplam
            </td>
            <td className={cell} />
          </tr>
        </tbody>
      </table>
      <p className="mt-4 text-justify">
        Sayım, defterdeki rakam görülmeden yapılmıştır. Bu tutanağı bir kişi doldurur; ikinci kişi kendi tutanağını ayrıca düzenler.
      </p>
      <Signatures
        people={[
          { role: "Sayan", name: "" },
          { role: "Hazır bulunan", name: "" },
        ]}
      />
    </>
  );
}
