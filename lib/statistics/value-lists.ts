import { AgeBand, ApplicationOutcome, ApplicationType, Education, PermitCard, PermitKind, Sex, SizeBand } from "../permits/contract.ts";
import type { Dimension } from "./measures.ts";

/** Dimensions with a closed list of values, in their own order. */
export const valueLists = {
  kind: PermitKind.options,
  type: ApplicationType.options,
  sex: Sex.options,
  age: AgeBand.options,
  design: PermitCard.options,
  size: SizeBand.options,
  education: Education.options,
  outcome: ApplicationOutcome.options,
} as const satisfies Partial<Record<Dimension, readonly string[]>>;
export type ListedDimension = keyof typeof valueLists;

export const isListed = (axis: string): axis is ListedDimension => axis in valueLists;
