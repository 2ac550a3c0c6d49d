"use client";
import dynamic from "next/dynamic";
import type { Transition } from "@/components/cards/transition/finding.ts";
import { definitions } from "@/components/cards/transition/labels.ts";
import { heldCards, oldCards } from "@/components/cards/transition/old-share.ts";
import { ProvinceTable, sortProvinces } from "@/components/cards/transition/province-table.tsx";
import type { TransitionFilterState } from "@/components/cards/transition/transition-filter.ts";
import { ChartPanel } from "@/components/charts/chart-panel.tsx";
import { decimalText, percentText } from "@/lib/platform/locale/percent.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

// The outlines of 81 provinces are a chunk of their own.
const ProvinceMap = dynamic(() => import("@/components/charts/province-map.tsx").then((module) => module.ProvinceMap), {
  ssr: false,
  loading: () => <div className="aspect-[1011/448] w-full" />,
});

type ProvincesPanelProps = { figures: Transition; filter: TransitionFilterState; fileName: string };

/** Where the old cards are: the map and its equal table. */
export function ProvincesPanel({ figures: { provinces }, filter, fileName }: ProvincesPanelProps) {
  const selected = provinces.find(({ provinceId }) => provinceId === filter.shown.province);
  const nameOf = (plate: number) => provinceName(plate) ?? String(plate);
  const values = provinces.map((row) => {
    const share = heldCards(row) === 0 ? null : (oldCards(row) / heldCards(row)) * 100;
    return { plate: row.provinceId, value: share, text: `${nameOf(row.provinceId)}: ${percentText(oldCards(row), heldCards(row))}` };
  });
  const rows = sortProvinces(provinces, filter.shown.sort ?? "old");
  return (
    <div className="mt-3 grid gap-3 xl:grid-cols-[1fr_33rem]">
      <ChartPanel
        title="Geçerli kartlar içinde eskinin payı, %"
        note={
          selected
            ? `Seçili: ${nameOf(selected.provinceId)} ${percentText(oldCards(selected), heldCards(selected))}`
            : "Bir ile basınca sayfa o ili anlatır"
        }
        definition={definitions.share}
        fileName={fileName}
        data={{
          columns: [
            { label: "İl" },
            { label: "Eski kart", numeric: true },
            { label: "Geçerli kart", numeric: true },
            { label: "Payı, %", numeric: true },
            { label: "Bitişsiz", numeric: true },
            { label: "Son bitiş", numeric: true },
          ],
          rows: rows.map((row) => ({
            key: String(row.provinceId),
            cells: [
              nameOf(row.provinceId),
              oldCards(row),
              heldCards(row),
              heldCards(row) === 0 ? null : decimalText((oldCards(row) / heldCards(row)) * 100),
              row.old_open,
              row.lastEndOn && formatDate(row.lastEndOn),
            ],
          })),
        }}
      >
        <ProvinceMap
          values={values}
          selected={filter.shown.province}
          hrefOf={filter.hrefOf}
          edgeText={(edge) => String(Math.round(edge))}
        />
      </ChartPanel>
      <section aria-label="İller" className="panel min-w-0 overflow-hidden">
        <ProvinceTable rows={provinces} filter={filter} />
      </section>
    </div>
  );
}
