import Link from "next/link";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { accountWords } from "@/lib/cards/ledger-words.ts";
import { common, countOf, rangeText } from "@/lib/cards/serial-ranges.ts";
import type { CaseRecord } from "@/lib/cards/stock-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** The serials that the case is about, and which of them are still on the road or missing. */
export function CaseSerials({ record: { ranges, unsettled, series, digits } }: { record: CaseRecord }) {
  if (ranges.length === 0) return null;
  return (
    <Panel flush title="Numaralar" aside={unsettled.length > 0 ? `${formatNumber(countOf(unsettled))} belge açıkta` : "Açıkta belge yok"}>
      <Table caption="Dosyanın numaraları" inset>
        <thead>
          <tr>
            <Head>Aralık</Head>
            <Head numeric>Belge</Head>
            <Head>Bugün</Head>
          </tr>
        </thead>
        <tbody>
          {ranges.map((range) => {
            const open = unsettled.filter((piece) => common([piece], [range]).length > 0);
            return (
              <Row key={range.first}>
                <Cell lead className="code">
                  <Link href={ledgerHrefs.serials(`${series} ${range.first}-${range.last}`)} className="link">
                    {rangeText(series, range, digits)}
                  </Link>
                </Cell>
                <Cell numeric>{formatNumber(countOf([range]))}</Cell>
                <Cell>
                  {open.length === 0 ? (
                    <StateWord tone="green" glyph="done">
                      Yeri belli
                    </StateWord>
                  ) : (
                    <StateWord tone="red" glyph="alert">
                      {[...new Set(open.map(({ account }) => accountWords[account]))].join(", ")}{" "}
                      {formatNumber(countOf(common(open, [range])))}
                    </StateWord>
                  )}
                </Cell>
              </Row>
            );
          })}
        </tbody>
      </Table>
    </Panel>
  );
}
