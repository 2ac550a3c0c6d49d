import { cardFeatures } from "@/lib/cards/card-features.ts";
import type { CardDesign } from "@/lib/cards/contract.ts";

const disc = "mt-0.5 grid size-[1.125rem] place-items-center rounded-full text-[0.6875rem] font-semibold leading-none";

/** What to look at, by the numbers on the drawing; a dash marks what this design does not have. */
export function FeatureList({ design, className = "" }: { design: CardDesign; className?: string }) {
  return (
    <ol className={`grid gap-x-5 gap-y-1.5 sm:grid-cols-2 ${className}`}>
      {cardFeatures[design].map(({ title, text, place }, index) => (
        <li key={title} className="grid grid-cols-[1.25rem_1fr] gap-x-2">
          {place ? (
            <span className={`${disc} num bg-ink text-surface print:border print:border-ink`}>{index + 1}</span>
          ) : (
            <span className={`${disc} border border-ink-3 text-ink-3`}>
              <span aria-hidden="true">–</span>
              <span className="sr-only">Yok:</span>
            </span>
          )}
          <span>
            <b className="font-semibold">{title}</b> <span className="text-ink-2">{text}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
