import { counterSteps } from "@/lib/cards/card-features.ts";

/** The three looks at a counter, in their order. */
export function CounterSteps({ className = "" }: { className?: string }) {
  return (
    <ol className={className}>
      {counterSteps.map(({ title, text }, index) => (
        <li key={title} className="flex gap-3">
          <span aria-hidden="true" className="num text-xl font-semibold text-accent-ink">
            {index + 1}
          </span>
          <span>
            <b className="block font-semibold">{title}</b>
            <span className="text-ink-2">{text}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
