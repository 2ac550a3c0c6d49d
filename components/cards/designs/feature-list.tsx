import { cardFeatures } from "@/lib/cards/card-features.ts";
import type { CardDesign } from "@/lib/cards/contract.ts";

const disc = "mt-0.5 grid size-[1.125rem] place-items-center rounded-full text-[0.6875rem] font-semibold leading-none";

type FeatureListProps = {
  design: CardDesign;
  /** The same features in other words, in their order. */
  told?: readonly { title: string; text: string }[] | undefined;
  /** Read out before a feature that this design does not have. */
  none?: string;
  className?: string;
};

/** What to look at, by the numbers on the drawing; a dash marks what this design does not have. */
export function FeatureList({ design, told, none = "Yok:", className = "" }: FeatureListProps) {
  return (
    <ol className={`grid gap-x-5 gap-y-1.5 sm:grid-cols-2 ${className}`}>
      {cardFeatures[design]
        .map((feature, index) => ({ ...feature, ...told?.[index] }))
        .map(({ title, text, place }, index) => (
          <li key={title} className="grid grid-cols-[1.25rem_1fr] gap-x-2">
            {place ? (
              <span className={`${disc} num bg-ink text-surface print:border print:border-ink`}>{index + 1}</span>
            ) : (
              <span className={`${disc} border border-ink-3 text-ink-3`}>
                <span aria-hidden="true">–</span>
                <span className="sr-only">{none}</span>
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
