// Cuts as somebody who clicks around would ask them, the same at every run.

import { Axis, type CutInput, type StatisticsFilter } from "../../lib/statistics/contract.ts";
import { cutFaults } from "../../lib/statistics/cut.ts";
import { type Dimension, MeasureName, measureOf } from "../../lib/statistics/measures.ts";
import { addMonths } from "../../lib/statistics/period.ts";
import { type Dice, dice } from "../../prisma/permits/dice.ts";

const codes: Record<Dimension, readonly (string | number)[]> = {
  province: [34, 7, 68, 42, 6, 1],
  nationality: ["SYR", "TKM", "GEO", "UZB", "AZE", "unknown"],
  kind: ["fixed_term", "permanent", "independent", "exemption", "temporary_protection"],
  type: ["first", "extension", "unknown"],
  sex: ["female", "male"],
  age: ["0-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+", "unknown"],
  sector: ["I", "C", "F", "A", "unknown"],
  occupation: ["5131", "51", "9", "941", "2512", "unknown"],
  design: ["new", "old", "none"],
  size: ["1-9", "10-49", "50-249", "250+", "unknown"],
  education: ["none", "primary", "bachelor", "doctorate", "unknown"],
  outcome: ["approved", "refused", "withdrawn", "unknown"],
};

const pick = <T>(roll: Dice, list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;

function filterFor(roll: Dice, measure: MeasureName): StatisticsFilter {
  const filter: Record<string, unknown> = {};
  for (const dimension of measureOf(measure).breakdowns) {
    if (roll() > 0.18) continue;
    filter[dimension] = Array.from({ length: 1 + Math.floor(roll() * 3) }, () => pick(roll, codes[dimension]));
  }
  const from = addMonths("2026-11", -Math.floor(roll() * 60));
  if (roll() < 0.6) filter.from = from;
  if (roll() < 0.4) filter.to = addMonths(from, Math.floor(roll() * 20));
  return filter as StatisticsFilter;
}

/** The `index`th cut; one axis or two, any measure, most of them filtered. */
export function generatedCut(index: number): CutInput {
  const roll = dice(29, index);
  for (;;) {
    const measure = pick(roll, MeasureName.options);
    const axes = [...measureOf(measure).breakdowns, ...Axis.options.filter((axis) => axis === "month" || axis === "year")];
    const columns = roll() < 0.5 ? pick(roll, axes) : undefined;
    const input = { ...filterFor(roll, measure), measure, rows: pick(roll, axes), ...(columns && { columns }) };
    if (cutFaults(input).length === 0) return input;
  }
}
