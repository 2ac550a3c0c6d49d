import { Panel } from "@/components/ui/panel.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { percentText } from "@/lib/platform/locale/percent.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";
import type { MinistryHome } from "@/lib/statistics/home-contract.ts";

/** What the provinces dispatched in the last 30 days, whoever owes the most answers first. */
export function HomeDispatches({ provinces }: { provinces: MinistryHome["provinces"] }) {
  const sum = (of: (one: MinistryHome["provinces"][number]) => number) => provinces.reduce((total, one) => total + of(one), 0);
  if (provinces.length === 0)
    return (
      <Panel title="İllerin gönderdikleri">
        <EmptyState title="Son 30 günde dağıtıma çıkan yazı yok">
          Sistemi kullanan bir il yazı gönderdiğinde kaç alıcıya ulaştığı burada görünür.
        </EmptyState>
      </Panel>
    );
  return (
    <Panel
      title={`${formatNumber(sum((one) => one.circulars))} yazı, ${formatNumber(sum((one) => one.reached))} / ${formatNumber(sum((one) => one.recipients))} alıcıya ulaştı`}
      aside="son 30 gün"
      flush
    >
      <Table caption="İllere göre gönderilen yazılar, son 30 gün" inset rows={false}>
        <thead>
          <tr>
            <Head>İl</Head>
            <Head numeric>Yazı</Head>
            <Head numeric>Ulaştı</Head>
            <Head numeric>Bilgi alındı</Head>
            <Head numeric>Haber yok</Head>
            <Head numeric>Süresi geçen</Head>
          </tr>
        </thead>
        <tbody>
          {provinces.map((one) => (
            <Row key={one.provinceId}>
              <Cell>{provinceName(one.provinceId)}</Cell>
              <Cell numeric>{formatNumber(one.circulars)}</Cell>
              <Cell numeric>
                {formatNumber(one.reached)} / {formatNumber(one.recipients)}
              </Cell>
              <Cell numeric>
                {formatNumber(one.acknowledged)} <span className="text-xs text-ink-3">{percentText(one.acknowledged, one.recipients)}</span>
              </Cell>
              <Cell numeric>{formatNumber(one.silent)}</Cell>
              <Cell numeric className={one.overdue > 0 ? "font-medium text-red" : undefined}>
                {formatNumber(one.overdue)}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
