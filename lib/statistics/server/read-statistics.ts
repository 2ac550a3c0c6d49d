import type { Actor } from "../../access/policy.ts";
import type { ReadContext } from "../../platform/context.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { readStatistics as endpoint, StatisticsAnswer } from "../contract.ts";
import { overviewOf } from "../overview.ts";
import { answered, refuseBackwards } from "./answers.ts";

/** Counters, series and breakdowns of one filter (S5). */
export async function readStatistics(ctx: ReadContext<Actor>, input: ParsedInputOf<typeof endpoint>): Promise<StatisticsAnswer> {
  refuseBackwards(input);
  const { measure, compare, seen, ...filter } = input;
  const today = localDateOf(ctx.now);
  return await answered(ctx, { measure, today, seen }, (rows) => overviewOf({ filter, measure, compare, today }, rows));
}
