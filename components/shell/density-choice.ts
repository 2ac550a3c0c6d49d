export const densityCookie = "density";

/** `auto`: each page as it was drawn. */
export type DensityChoice = "auto" | "compact" | "comfortable";

export function densityChoiceOf(text: string | undefined): DensityChoice {
  return text === "compact" || text === "comfortable" ? text : "auto";
}
