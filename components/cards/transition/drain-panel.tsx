"use client";
import type { Transition } from "@/components/cards/transition/finding.ts";
import { definitions } from "@/components/cards/transition/labels.ts";
import type { ChartData } from "@/components/charts/chart-data.ts";
import { ChartPanel } from "@/components/charts/chart-panel.tsx";
import { CurveChart, type CurveChartProps } from "@/components/charts/curve-chart.tsx";
import type { Mark } from "@/components/charts/curve-marks.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import type { WhatIf } from "@/lib/cards/forecast-what-if.ts";
import { decimalText } from "@/lib/platform/locale/percent.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

type Forecast = NonNullable<Transition["forecast"]>;
type DrainPanelProps = { figures: Transition; whatIf: WhatIf | null; fileName: string; height: number };

/** How old cards with an end become fewer: known, expected with its interval, and with early replacement. */
export function DrainPanel({ figures, whatIf, fileName, height }: DrainPanelProps) {
  const { forecast, parts, change } = figures;
  return (
    <ChartPanel
      title="Bitiş tarihi olan eski kartlar, ay sonu"
      note={
        forecast
          ? `Tahmin ${formatDate(forecast.asOf)} gün sonundan · geçiş gününde ${formatNumber(forecast.baseline)} kart · erken çıkış ayda %${decimalText(forecast.earlyPerMonth)}`
          : "Tahmin henüz yapılmadı"
      }
      definition={[...definitions.drain, ...(forecast ? [sourceOf(forecast)] : [])]}
      data={drainData(figures, whatIf)}
      fileName={fileName}
      legend={<Legend hasInstead={(whatIf?.cards ?? 0) > 0} />}
    >
      {forecast ? (
        <>
          <CurveChart {...curveOf(figures, forecast, whatIf)} height={height} />
          <Milestones forecast={forecast} />
        </>
      ) : (
        <EmptyState title="Tahmin henüz yapılmadı">İlk tahmin, gün sayımından sonra birkaç dakika içinde burada görünür.</EmptyState>
      )}
      <p className="num mt-2 border-t border-line pt-2 text-xs text-ink-2">
        {change ? <ChangeLine change={change} /> : null}
        Bitişi olmayan <b className="font-semibold">{formatNumber(parts.old_open)}</b> eski kart bu çizgide yoktur; kendiliğinden azalmaz.
      </p>
    </ChartPanel>
  );
}

const sourceOf = ({ madeAt, seed, inputDigest }: Forecast): string =>
  `Girdileri saklıdır ve aynı sonuç yeniden alınır: özet ${inputDigest.slice(0, 16)}, kura tohumu ${seed}, yapıldığı an ${madeAt.slice(0, 16).replace("T", " ")} (UTC).`;

function Legend({ hasInstead }: { hasInstead: boolean }) {
  return (
    <span className="flex flex-wrap items-center gap-x-4">
      <span className="flex items-center gap-1.5 text-xs text-ink-2">
        <svg width="18" height="8" aria-hidden="true">
          <rect y="0" width="18" height="8" fill="var(--color-viz-1)" opacity=".16" />
          <path d="M0 4H18" stroke="var(--color-viz-1)" strokeWidth="2" strokeDasharray="5 3" />
        </svg>
        tahmin, %90 aralık
      </span>
      {hasInstead ? (
        <span className="flex items-center gap-1.5 text-xs text-ink-2 md:hidden">
          <span aria-hidden="true" className="h-0.5 w-4.5 bg-viz-2" />
          erken yenilemeyle
        </span>
      ) : null}
    </span>
  );
}

function ChangeLine({ change }: { change: NonNullable<Transition["change"]> }) {
  const difference = change.now - change.before;
  const sign = difference > 0 ? "+" : "−";
  return (
    <>
      {formatDate(change.since)} gününden bu yana{" "}
      <b className="font-semibold">{difference === 0 ? "0" : `${sign}${formatNumber(Math.abs(difference))}`}</b>:{" "}
      {formatNumber(change.ended)} kartın süresi doldu, {formatNumber(change.early)} kart erken çıktı
      {restOf(change.joined)}.{" "}
    </>
  );
}

/** Whatever neither ran out nor left early: in replacement, or gone since the last printed day. */
function restOf(joined: number): string {
  if (joined > 0) return `, ${formatNumber(joined)} kart eklendi`;
  return joined < 0 ? `, ${formatNumber(-joined)} kart değişime alındı ya da bugün çıktı` : "";
}

const shortRange = (from: string, to: string): string => `${formatDate(from)} – ${formatDate(to)}`;

function curveOf({ months, day, parts }: Transition, forecast: Forecast, whatIf: WhatIf | null): CurveChartProps {
  const { points, days } = forecast.forecast;
  const valueOn = (on: string) => points.findLast((point) => point.on <= on)?.expected ?? 0;
  const now: Mark[] = day
    ? [{ on: day, value: parts.old_ending, strong: `Bugün ${formatNumber(parts.old_ending)}`, text: formatDate(day), note: "", now: true }]
    : [];
  const coming = days.map(
    ({ milestone, on, from, to }): Mark => ({
      on,
      value: milestone === 100 ? 0 : valueOn(on),
      strong: `%${milestone}`,
      text: formatDate(on),
      note: shortRange(from, to),
    }),
  );
  const spoken = days
    .map(({ milestone, on, from, to }) => `yüzde ${milestone}: ${formatDate(on)}, ${shortRange(from, to)} arasında`)
    .join("; ");
  return {
    label: `Bitiş tarihi olan eski kartların azalışı. Bugün ${formatNumber(parts.old_ending)}. ${spoken}`,
    known: months.map(({ on, old_ending }) => ({ on, value: old_ending })),
    expected: points.map(({ on, expected, low, high }) => ({ on, value: expected, low, high })),
    ...(whatIf &&
      whatIf.cards > 0 && { instead: { label: "erken yenilemeyle", points: whatIf.points.map(({ on, left }) => ({ on, value: left })) } }),
    marks: [...now, ...coming],
  };
}

/** On a phone the curve has no room for words: the days stand below it. */
function Milestones({ forecast: { forecast } }: { forecast: Forecast }) {
  return (
    <dl className="num divide-y divide-line text-sm md:hidden">
      {forecast.days.map(({ milestone, on, from, to }) => (
        <div key={milestone} className="flex items-baseline justify-between gap-3 py-1.5">
          <dt className="font-semibold">%{milestone}</dt>
          <dd className="text-right">
            <span className="font-medium">{formatDate(on)}</span> <span className="cap block">{shortRange(from, to)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function drainData({ months, forecast }: Transition, whatIf: WhatIf | null): ChartData {
  const would = new Map((whatIf && whatIf.cards > 0 ? whatIf.points : []).map(({ on, left }) => [on, left]));
  const known = months.map(({ on, old_ending }) => ({ key: `k${on}`, cells: [formatDate(on), "Bilinen", old_ending, null, null, null] }));
  const coming = (forecast?.forecast.points ?? []).slice(1).map(({ on, expected, low, high }) => ({
    key: `t${on}`,
    cells: [formatDate(on), "Tahmin", expected, low, high, would.get(on) ?? null],
  }));
  const numeric = (label: string) => ({ label, numeric: true });
  return {
    columns: [
      { label: "Gün" },
      { label: "Durum" },
      numeric("Eski kart"),
      numeric("En az"),
      numeric("En çok"),
      numeric("Erken yenilemeyle"),
    ],
    rows: [...known, ...coming],
  };
}
