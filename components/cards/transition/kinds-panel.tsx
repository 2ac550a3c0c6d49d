import type { Transition } from "@/components/cards/transition/finding.ts";
import { partLooks } from "@/components/cards/transition/labels.ts";
import { heldCards, oldCards } from "@/components/cards/transition/old-share.ts";
import { OnPhone } from "@/components/cards/transition/on-phone.tsx";
import { PartBar } from "@/components/charts/part-bar.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { TransitionPart } from "@/lib/cards/transition-part.ts";
import { permitKindWords } from "@/lib/permits/permit-words.ts";
import { percentText } from "@/lib/platform/locale/percent.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** Which kinds are how far. */
export function KindsPanel({ kinds }: { kinds: Transition["kinds"] }) {
  const sorted = kinds.toSorted((a, b) => b.total - a.total);
  return (
    <Panel flush title="Türlere göre">
      <Table caption="Türlere göre beş bölüm" inset>
        <thead>
          <tr>
            <Head>Tür</Head>
            <Head numeric>İzin</Head>
            <Head numeric>Eski kart</Head>
            <Head numeric>Eskinin payı</Head>
            <Head className="w-2/5">Beş bölüm</Head>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <Row key={row.kind}>
              <Cell lead>{permitKindWords[row.kind]}</Cell>
              <Cell numeric>
                <OnPhone>İzin</OnPhone>
                {formatNumber(row.total)}
              </Cell>
              <Cell numeric>
                <OnPhone>eski kart</OnPhone>
                {formatNumber(oldCards(row))}
              </Cell>
              <Cell numeric rest>
                {percentText(oldCards(row), heldCards(row))}
              </Cell>
              <Cell rest>
                <PartBar parts={TransitionPart.options.map((part) => ({ ...partLooks[part], label: part, value: row[part] }))} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
