"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { caseStateLooks } from "@/components/cards/ledger/labels.ts";
import { LedgerFrame } from "@/components/cards/ledger/ledger-frame.tsx";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { ledgerQueries } from "@/components/cards/ledger/ledger-queries.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { CaseRow } from "@/lib/cards/ledger-rows.ts";
import { caseWords } from "@/lib/cards/ledger-words.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

/** Every difference somebody must explain, open ones first. */
export function CasesScreen() {
  const query = useQuery(ledgerQueries.cases());
  return (
    <LedgerFrame crumbs={[{ label: "Fark ve kayıp dosyaları" }]}>
      <div className="flex flex-1 flex-col bg-surface">
        <PageHeader
          className="px-4 pt-4 pb-3 lg:px-5"
          title="Fark ve kayıp dosyaları"
          meta={query.data ? openWords(query.data.cases) : "Eksik ve fazla teslim, kayıp, sayım ve defter farkları."}
        />
        <LoadState query={query} what="Dosyalar" lines={6}>
          {({ cases }) =>
            cases.length === 0 ? (
              <EmptyState title="Dosya yok">
                Bir gönderi eksik geldiğinde, sayım tutmadığında ya da belge kaybolduğunda dosyası burada görünür.
              </EmptyState>
            ) : (
              <CaseTable cases={cases} />
            )
          }
        </LoadState>
      </div>
    </LedgerFrame>
  );
}

function openWords(cases: readonly CaseRow[]): string {
  const open = cases.filter(({ state }) => state === "open");
  if (open.length === 0) return "Açık dosya yok.";
  const value = open.reduce((sum, each) => sum + each.value, 0);
  const count = open.reduce((sum, each) => sum + each.quantity, 0);
  return `${formatNumber(open.length)} açık dosya · ${formatNumber(count)} belge · ${moneyText(value)}`;
}

function CaseTable({ cases }: { cases: readonly CaseRow[] }) {
  return (
    <Table caption="Fark ve kayıp dosyaları">
      <thead>
        <tr>
          <Head>Dosya</Head>
          <Head>Konu</Head>
          <Head>Seri</Head>
          <Head numeric>Belge</Head>
          <Head numeric>Değer</Head>
          <Head>Açıklama</Head>
          <Head>Açıldı</Head>
          <Head>Durum</Head>
        </tr>
      </thead>
      <tbody>
        {cases.map((each) => {
          const { tone, glyph, word } = caseStateLooks[each.state];
          return (
            <Row key={each.id}>
              <Cell lead>
                <Link href={ledgerHrefs.case(each.id)} className="link code">
                  {each.number}
                </Link>
              </Cell>
              <Cell>{caseWords[each.kind]}</Cell>
              <Cell className="code">{each.series}</Cell>
              <Cell numeric>
                {formatNumber(each.quantity)}
                <span className="text-ink-3 md:hidden"> belge</span>
              </Cell>
              <Cell numeric>{moneyText(each.value)}</Cell>
              <Cell rest cut>
                {each.detail}
              </Cell>
              <Cell rest className="num">
                {formatDate(new Date(each.openedAt))}
              </Cell>
              <Cell>
                <StateWord tone={tone} glyph={glyph}>
                  {each.state === "open" ? `${word}, ${formatNumber(each.daysOpen)} gün` : word}
                </StateWord>
              </Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}
