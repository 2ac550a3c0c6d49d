import type { Transition } from "@/components/cards/transition/finding.ts";
import { definitions } from "@/components/cards/transition/labels.ts";
import { OnPhone } from "@/components/cards/transition/on-phone.tsx";
import type { ChartData } from "@/components/charts/chart-data.ts";
import { ChartPanel } from "@/components/charts/chart-panel.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { backTestError } from "@/lib/cards/transition-sums.ts";
import { decimalText } from "@/lib/platform/locale/percent.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

type BackTest = Transition["backTest"];

/** How good the forecasts of earlier were, by how far they looked ahead. */
export function BackTestPanel({ backTest, fileName }: { backTest: BackTest; fileName: string }) {
  const { points, error, coverage } = backTest;
  const data: ChartData = {
    columns: [
      { label: "Tahmin günü" },
      { label: "Ay sonu" },
      ...["Beklenen", "En az", "En çok", "Gerçekleşen"].map((label) => ({ label, numeric: true })),
    ],
    rows: points.map(({ asOf, on, expected, low, high, actual }) => ({
      key: `${asOf} ${on}`,
      cells: [formatDate(asOf), formatDate(on), expected, low, high, actual],
    })),
  };
  return (
    <ChartPanel
      title={error === null ? "Tahmin sınandı mı?" : `Tahminler ortalama %${decimalText(error)} yanıldı`}
      note={
        coverage === null
          ? undefined
          : `${formatNumber(points.length)} karşılaştırma; gerçekleşenin %${decimalText(coverage)} kadarı %90 aralığın içinde kaldı. Bütün türler.`
      }
      definition={definitions.backTest}
      data={data}
      fileName={fileName}
    >
      {points.length === 0 ? (
        <EmptyState title="Karşılaştırma yok">
          İlk ay sonu tahmininden bir ay sonra, beklenen ile gerçekleşen burada yan yana durur.
        </EmptyState>
      ) : (
        <ByHorizon points={points} />
      )}
    </ChartPanel>
  );
}

function ByHorizon({ points }: { points: BackTest["points"] }) {
  const horizons = [...Map.groupBy(points, ({ months }) => months)].toSorted(([a], [b]) => a - b);
  const worst = Math.max(0.1, ...horizons.map(([, group]) => backTestError(group).error ?? 0));
  return (
    <Table caption="Kaç ay ilerisi için ne kadar yanıldı" inset>
      <thead>
        <tr>
          <Head>İlerisi</Head>
          <Head numeric>Karşılaştırma</Head>
          <Head numeric>Ortalama hata</Head>
          <Head className="w-1/4 max-sm:hidden">
            <span className="sr-only">Hata çubuğu</span>
          </Head>
          <Head numeric>Aralıkta kalan</Head>
        </tr>
      </thead>
      <tbody>
        {horizons.map(([months, group]) => {
          const { error, coverage } = backTestError(group);
          return (
            <Row key={months}>
              <Cell lead>{months} ay</Cell>
              <Cell numeric rest>
                {formatNumber(group.length)}
              </Cell>
              <Cell numeric>
                <OnPhone>Ortalama hata</OnPhone>
                {error === null ? "" : `%${decimalText(error)}`}
              </Cell>
              <Cell rest className="max-sm:hidden">
                <span aria-hidden="true" className="bar w-full">
                  <span className="bg-viz-1" style={{ width: `${((error ?? 0) / worst) * 100}%` }} />
                </span>
              </Cell>
              <Cell numeric>
                <OnPhone>aralıkta</OnPhone>
                {coverage === null ? "" : `%${decimalText(coverage)}`}
              </Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}
