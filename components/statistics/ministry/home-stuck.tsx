"use client";
import Link from "next/link";
import { useMay } from "@/components/access/use-may.ts";
import { ageText, stuckHref, stuckPermission, stuckWords } from "@/components/statistics/ministry/home-words.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { formatNumber } from "@/lib/platform/locale/tr.ts";
import type { MinistryHome } from "@/lib/statistics/home-contract.ts";

/** Where cards stand still, the most first. */
export function HomeStuck({ stuck }: { stuck: MinistryHome["stuck"] }) {
  const may = useMay();
  const overdue = stuck.reduce((sum, one) => sum + one.overdue, 0);
  if (stuck.length === 0)
    return (
      <Panel title="Nerede takıldı">
        <EmptyState title="Takılan iş yok">İade, ilerlemeyen kart, geciken sevkiyat ve stok olayları burada görünür.</EmptyState>
      </Panel>
    );
  return (
    <Panel title="Nerede takıldı" aside={overdue > 0 ? `${formatNumber(overdue)} işin süresi geçti` : "hiçbirinin süresi geçmedi"} flush>
      <Table caption="Takılan işler" inset rows={false}>
        <thead>
          <tr>
            <Head>Ne</Head>
            <Head numeric>Açık</Head>
            <Head numeric>Süresi geçen</Head>
            <Head numeric>En eskisi</Head>
          </tr>
        </thead>
        <tbody>
          {stuck.map(({ place, count, overdue: late, oldestDays }) => (
            <Row key={place}>
              <Cell wrap>
                {may(stuckPermission(place)) ? (
                  <Link href={stuckHref(place)} className="link">
                    {stuckWords[place]}
                  </Link>
                ) : (
                  stuckWords[place]
                )}
              </Cell>
              <Cell numeric>{formatNumber(count)}</Cell>
              <Cell numeric>
                {late > 0 ? (
                  <StateWord tone="red" glyph="alert" className="justify-end">
                    {formatNumber(late)}
                  </StateWord>
                ) : (
                  "0"
                )}
              </Cell>
              <Cell numeric>{ageText(oldestDays)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
