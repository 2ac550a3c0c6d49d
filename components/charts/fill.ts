// Parts of a whole are told apart by a pattern as well as by their colour (ux.md, "Charts"): on paper, in a grey copy, by
// whoever does not see the colours.

export type Pattern = "rising" | "falling" | "upright" | "dots";
export type Fill = { color: string; pattern?: Pattern };

export const patternInk = "color-mix(in srgb, var(--color-surface) 62%, transparent)";

const overlays: Record<Pattern, string> = {
  rising: `repeating-linear-gradient(135deg, ${patternInk} 0 1.5px, transparent 1.5px 5px)`,
  falling: `repeating-linear-gradient(45deg, ${patternInk} 0 1.5px, transparent 1.5px 5px)`,
  upright: `repeating-linear-gradient(90deg, ${patternInk} 0 1.5px, transparent 1.5px 4px)`,
  dots: `radial-gradient(${patternInk} 1px, transparent 1.4px) 0 0 / 4px 4px`,
};

/** As a background. */
export const backgroundOf = ({ color, pattern }: Fill): string => (pattern ? `${overlays[pattern]}, ${color}` : color);
