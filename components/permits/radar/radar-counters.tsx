import Link from "next/link";
import { everyStretch, extensionWindow, stretches, stretchHref } from "@/components/permits/radar/radar-stretches.ts";
import type { RadarNumbers } from "@/lib/permits/radar-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** The three stretches, their sum, and how many may ask for an extension today. */
export function RadarCounters({ totals, today }: { totals: RadarNumbers; today: string }) {
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-3 px-4 pt-2 pb-3 lg:px-5">
      {[...stretches, everyStretch, extensionWindow].map((stretch) => (
        <div key={stretch.key}>
          <dt className="small text-ink-2">{stretch.label}</dt>
          <dd>
            <Link href={stretchHref(today, stretch)} className="num text-2xl font-semibold hover:underline">
              {formatNumber(totals[stretch.key])}
              <span className="sr-only"> izin, listede gör</span>
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  );
}
