import Link from "next/link";
import { changeText } from "@/components/statistics/ministry/home-words.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";
import type { MinistryHome } from "@/lib/statistics/home-contract.ts";
import { measureOf } from "@/lib/statistics/measures.ts";

/** This month's figures beside the same days a year before; each opens its own page of statistics. */
export function HomeFigures({ figures, month }: Pick<MinistryHome, "figures" | "month">) {
  return (
    <dl className="mt-4 grid grid-cols-2 gap-x-5 gap-y-4 border-y border-line py-3 sm:grid-cols-3 lg:grid-cols-6 lg:gap-x-0 lg:divide-x lg:divide-line">
      {figures.map(({ measure, value, before }) => (
        <div key={measure} className="min-w-0 lg:px-4 lg:first:pl-0">
          <dt className="text-sm text-ink-2" title={measureOf(measure).definition}>
            {measureOf(measure).label}
          </dt>
          <dd>
            <Link
              href={`/statistics?measure=${measure}&from=${month}&to=${month}`}
              className="num text-2xl leading-8 font-semibold text-ink hover:underline"
            >
              {value === null ? "–" : formatNumber(value)}
              <span className="sr-only"> {measureOf(measure).unit}, istatistiği aç</span>
            </Link>
            <p className="num text-xs text-ink-3">{changeText(value, before)}</p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
