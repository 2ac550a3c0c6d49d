import Link from "next/link";
import { ageText } from "@/components/statistics/ministry/home-words.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";
import type { MinistryHome } from "@/lib/statistics/home-contract.ts";

/** The institutions that have been silent longest; each leads to its board. */
export function HomeSilent({ silent }: { silent: NonNullable<MinistryHome["silent"]> }) {
  if (silent.length === 0)
    return (
      <Panel title="Kimden haber yok" className="mt-4">
        <EmptyState title="Cevapsız alıcı yok">Son 30 günün yazılarına herkes cevap verdi ya da henüz yazı gönderilmedi.</EmptyState>
      </Panel>
    );
  return (
    <Panel title="Kimden haber yok" aside={silent.length === 10 ? "en uzun süredir susan 10 alıcı" : undefined} flush className="mt-4">
      <Table caption="Cevap vermeyen alıcılar" inset>
        <thead>
          <tr>
            <Head>Kurum</Head>
            <Head>İl</Head>
            <Head>Yazı</Head>
            <Head numeric>Gönderileli</Head>
            <Head>Süre</Head>
          </tr>
        </thead>
        <tbody>
          {silent.map((one) => (
            <Row key={`${one.circularId} ${one.institution}`}>
              <Cell lead wrap>
                <Link href={`/circulars/${one.circularId}/recipients`} className="link">
                  {one.institution}
                </Link>
              </Cell>
              <Cell>{provinceName(one.provinceId)}</Cell>
              <Cell cut rest>
                {one.subject}
              </Cell>
              <Cell numeric>{ageText(one.days)}</Cell>
              <Cell>
                {one.overdueDays > 0 ? (
                  <StateWord tone="red" glyph="alert">{`${formatNumber(one.overdueDays)} gün gecikti`}</StateWord>
                ) : (
                  "süresinde"
                )}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
