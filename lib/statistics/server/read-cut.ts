import type { Actor } from "../../access/policy.ts";
import type { ReadContext } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { AsOf, Cut, CutInput } from "../contract.ts";
import { cutFaults, cutOf } from "../cut.ts";
import { answered, refuseBackwards } from "./answers.ts";

/** One measure by one or two axes (S4). */
export async function readCut(
  ctx: Pick<ReadContext<Actor>, "reader" | "now">,
  { seen, ...input }: CutInput & { seen?: string | undefined },
): Promise<Cut & { asOf: AsOf }> {
  refuseBackwards(input);
  const invalidParams = cutFaults(input);
  if (invalidParams.length > 0) throw new AppError("bad_input", { invalidParams });
  const today = localDateOf(ctx.now);
  return await answered(ctx, { measure: input.measure, today, seen }, (rows) => cutOf({ input, today }, rows));
}
