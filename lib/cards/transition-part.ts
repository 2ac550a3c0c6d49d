import { z } from "zod";

/** The five parts of X1 in the order in which they are shown; a permit in force stands in exactly one. */
export const TransitionPart = z.enum(["new", "old_ending", "old_open", "in_replacement", "without_card"]);
export type TransitionPart = z.infer<typeof TransitionPart>;
