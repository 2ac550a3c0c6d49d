import type { Transition } from "@/components/cards/transition/finding.ts";
import { definitions, partLooks } from "@/components/cards/transition/labels.ts";
import type { ChartData } from "@/components/charts/chart-data.ts";
import { ChartPanel } from "@/components/charts/chart-panel.tsx";
import { StackedAreaChart } from "@/components/charts/stacked-area-chart.tsx";
import { TransitionPart } from "@/lib/cards/transition-part.ts";
import { percentText } from "@/lib/platform/locale/percent.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

/** From below: the new design grows out of the old ones. */
const order = ["new", "in_replacement", "old_ending", "old_open", "without_card"] as const satisfies TransitionPart[];

export function MonthsPanel({ months, fileName }: { months: Transition["months"]; fileName: string }) {
  const last = months.at(-1);
  const data: ChartData = {
    columns: [
      { label: "Gün" },
      ...TransitionPart.options.map((part) => ({ label: partLooks[part].word, numeric: true })),
      { label: "Toplam", numeric: true },
    ],
    rows: months.map((month) => ({
      key: month.on,
      cells: [formatDate(month.on), ...TransitionPart.options.map((part) => month[part]), month.total],
    })),
  };
  return (
    <ChartPanel
      title={last ? `Yeni tasarımın payı ${percentText(last.new, last.total)}` : "Beş bölüm, ay sonu"}
      note="Yürürlükteki izinlerin beş bölümü, ay sonu"
      definition={definitions.parts}
      data={data}
      fileName={fileName}
    >
      <StackedAreaChart
        label="Yürürlükteki izinlerin beş bölümü, ay sonlarında"
        series={order.map((part) => ({ ...partLooks[part], label: partLooks[part].word }))}
        points={months.map((month) => ({ on: month.on, values: order.map((part) => month[part]) }))}
      />
    </ChartPanel>
  );
}
