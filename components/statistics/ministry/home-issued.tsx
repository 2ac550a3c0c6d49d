import type { ChartData } from "@/components/charts/chart-data.ts";
import { ChartPanel } from "@/components/charts/chart-panel.tsx";
import { MonthBars } from "@/components/charts/month-bars.tsx";
import { monthName, monthShort } from "@/lib/platform/locale/months.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";
import type { MinistryHome } from "@/lib/statistics/home-contract.ts";
import { measureOf } from "@/lib/statistics/measures.ts";

/** Permits issued, month by month; the running month is drawn as one that is not over. */
export function HomeIssued({ months }: { months: MinistryHome["issued"] }) {
  const data: ChartData = {
    columns: [{ label: "Ay" }, { label: "Verilen izin", numeric: true }],
    rows: months.map(({ month, value }) => ({ key: month, cells: [monthName(month), value] })),
  };
  const whole = months.slice(0, -1);
  const most = whole.reduce<(typeof whole)[number] | null>((best, one) => (best === null || one.value > best.value ? one : best), null);
  return (
    <ChartPanel
      title={
        most && most.value > 0 ? `En çok izin ${monthName(most.month)} ayında: ${formatNumber(most.value)}` : "Aylara göre verilen izin"
      }
      note="Verilen izin, son 13 ay; sonuncusu sürüyor"
      definition={[measureOf("permits_issued").definition]}
      data={data}
      fileName="verilen-izin-13-ay"
    >
      <MonthBars
        label="Son 13 ayda verilen izin"
        bars={months.map(({ month, value }, index) => ({
          key: month,
          mark: monthShort(month),
          year: index === 0 || month.endsWith("-01") ? month.slice(0, 4) : null,
          value,
          text: `${monthName(month)}: ${formatNumber(value)}`,
          isOpen: index === months.length - 1,
        }))}
      />
    </ChartPanel>
  );
}
