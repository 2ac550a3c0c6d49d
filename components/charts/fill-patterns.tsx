import { type Fill, type Pattern, patternInk } from "@/components/charts/fill.ts";

const turns: Record<Exclude<Pattern, "dots">, number> = { rising: -45, falling: 45, upright: 90 };

/** Fills of a drawing, to be named as `url(#…)` by {@link fillIdOf}. */
export function FillPatterns({ id, fills }: { id: string; fills: readonly Fill[] }) {
  return (
    <defs>
      {fills.map(({ color, pattern }, index) => (
        <pattern
          key={`${color} ${pattern}`}
          id={fillIdOf(id, index)}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform={pattern && pattern !== "dots" ? `rotate(${turns[pattern]})` : undefined}
        >
          <rect width="6" height="6" fill={color} />
          {pattern === "dots" ? <circle cx="3" cy="3" r="1.1" fill={patternInk} /> : null}
          {pattern && pattern !== "dots" ? <path d="M0 3H6" stroke={patternInk} strokeWidth="1.5" /> : null}
        </pattern>
      ))}
    </defs>
  );
}

export const fillIdOf = (id: string, index: number): string => `${id}-fill-${index}`;
