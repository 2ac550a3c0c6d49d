"use client";
import dynamic from "next/dynamic";
import { useRef } from "react";
import { axisNumber } from "@/components/charts/axis-text.ts";
import { ChartPanel } from "@/components/charts/chart-panel.tsx";
import { stepsInWords } from "@/components/charts/map-steps.ts";
import { pictureOf } from "@/components/charts/picture.ts";
import type { Breakdown } from "@/components/statistics/explore/breakdown-bars.ts";
import { barsOf } from "@/components/statistics/explore/breakdown-bars.ts";
import { provincesFinding } from "@/components/statistics/explore/finding.ts";
import { ProvinceList } from "@/components/statistics/explore/province-list.tsx";
import { figureText } from "@/components/statistics/figure-text.ts";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { valueName } from "@/components/statistics/value-names.ts";
import type { StatisticsAnswer } from "@/lib/statistics/contract.ts";
import { measureOf } from "@/lib/statistics/measures.ts";

// The outlines of 81 provinces are a chunk of their own.
const ProvinceMap = dynamic(() => import("@/components/charts/province-map.tsx").then((module) => module.ProvinceMap), {
  ssr: false,
  loading: () => <div className="mt-6 aspect-[1011/448] w-full" />,
});

type ProvincesPanelProps = {
  answer: StatisticsAnswer;
  breakdown: Breakdown;
  filter: StatisticsFilterState;
  hasGhost: boolean;
  notes: readonly string[];
};

/** Where: the map, and its equal beside it as a list that sorts. */
export function ProvincesPanel({ answer, breakdown, filter, hasGhost, notes }: ProvincesPanelProps) {
  const { measure } = filter;
  const drawing = useRef<HTMLDivElement>(null);
  const rows = barsOf(measure, breakdown, hasGhost);
  const { label, unit } = measureOf(measure);
  return (
    <ChartPanel
      title={provincesFinding({ answer, filter })}
      note={`${label}, illere göre, ${unit}; renk basamaklarında yaklaşık eşit sayıda il vardır`}
      definition={notes}
      data={{
        columns: [{ label: "İl" }, { label: `Seçili, ${unit}`, numeric: true }, { label: `Tümü, ${unit}`, numeric: true }],
        rows: rows.map(({ code, value, all }) => ({ key: code, cells: [valueName("province", code), value, all] })),
      }}
      fileName={`istatistik-${measure}-iller`}
      pictureKey={stepsInWords(
        rows.map(({ value }) => value || null),
        edgeText,
      )}
      picture={() => {
        const svg = drawing.current?.querySelector<SVGSVGElement>("svg");
        return svg ? pictureOf(svg) : null;
      }}
    >
      <div className="grid gap-4 md:grid-cols-[minmax(0,1fr)_16.5rem] print:block">
        <div ref={drawing} className="min-w-0 self-center print:break-inside-avoid">
          <ProvinceMap
            values={rows.map(({ code, value }) => ({
              plate: Number(code),
              value: value === 0 ? null : value,
              text: `${valueName("province", code)}: ${figureText(measure, value)}`,
            }))}
            selected={filter.codesOf("province").map(Number)}
            textSize={24}
            named={filter.codesOf("province").length > 0 ? [] : rows.slice(0, 3).map(({ code }) => Number(code))}
            onPick={(plate, adds) => filter.toggle("province", String(plate), adds)}
            edgeText={edgeText}
          />
        </div>
        <ProvinceList rows={rows} filter={filter} hasGhost={hasGhost} />
      </div>
    </ChartPanel>
  );
}

const edgeText = (edge: number): string => axisNumber(Math.round(edge));
