import { partLooks } from "@/components/cards/transition/labels.ts";
import { PartBar } from "@/components/charts/part-bar.tsx";
import { Swatch } from "@/components/charts/swatch.tsx";
import type { PartCounts } from "@/lib/cards/transition-contract.ts";
import { TransitionPart } from "@/lib/cards/transition-part.ts";
import { percentText } from "@/lib/platform/locale/percent.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** Permits in force = the five parts (X1), as figures and as one bar. */
export function TransitionEquation({ parts }: { parts: PartCounts }) {
  return (
    <section aria-label="Yürürlükteki izinler" className="mt-3">
      <div className="grid grid-cols-2 gap-x-5 gap-y-2 pb-2 sm:flex sm:flex-wrap sm:items-start">
        <div className="max-sm:col-span-2">
          <div className="num text-md leading-5 font-semibold">{formatNumber(parts.total)}</div>
          <div className="text-xs text-ink-3">yürürlükteki izin</div>
        </div>
        {TransitionPart.options.map((part, index) => (
          <div key={part} className="flex gap-5">
            <span aria-hidden="true" className="text-md leading-5 text-ink-3 max-sm:hidden">
              {index === 0 ? "=" : "+"}
            </span>
            <div>
              <div className="flex items-baseline gap-1.5 leading-5">
                <Swatch {...partLooks[part]} />
                <span className="num text-md font-semibold">{formatNumber(parts[part])}</span>
                <span className="num text-xs text-ink-3">{percentText(parts[part], parts.total)}</span>
              </div>
              <div className="text-xs text-ink-2">{partLooks[part].word}</div>
            </div>
          </div>
        ))}
      </div>
      <PartBar parts={TransitionPart.options.map((part) => ({ ...partLooks[part], label: part, value: parts[part] }))} />
    </section>
  );
}
