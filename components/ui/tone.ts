/** A tone never speaks alone: a word stands beside it. */
export type Tone = "red" | "amber" | "green" | "blue" | "grey";

export const toneText: Record<Tone, string> = {
  red: "text-red",
  amber: "text-amber",
  green: "text-green",
  blue: "text-blue",
  grey: "text-grey",
};

export const toneBox: Record<Tone | "accent", string> = {
  red: "border-red-line bg-red-soft text-red",
  amber: "border-amber-line bg-amber-soft text-amber",
  green: "border-green-line bg-green-soft text-green",
  blue: "border-blue-line bg-blue-soft text-blue",
  grey: "border-grey-line bg-grey-soft text-grey",
  accent: "border-accent-line bg-accent-soft text-accent-ink",
};

export const toneFill: Record<Tone | "accent" | "none", string> = {
  red: "bg-red-solid",
  amber: "bg-amber-solid",
  green: "bg-green-solid",
  blue: "bg-blue-solid",
  grey: "bg-grey-solid",
  accent: "bg-accent",
  none: "bg-viz-ghost",
};
