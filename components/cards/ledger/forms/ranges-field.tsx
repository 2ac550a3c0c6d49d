"use client";
import { useQuery } from "@tanstack/react-query";
import { useFormContext, useWatch } from "react-hook-form";
import { endedComplaint, type Numbered, rangeHint, readRanges } from "@/components/cards/ledger/range-text.ts";
import { productionQueries } from "@/components/cards/production/production-queries.ts";
import { BoundArea } from "@/components/permits/forms/bound-fields.tsx";
import { rangeText, without } from "@/lib/cards/serial-ranges.ts";

type RangesFieldProps = { label: string | undefined; series: Numbered; isOnFloor: boolean };

/**
 * Serials typed or scanned, one Enter each: what was taken is said under the field, and a number that is wrong is refused while
 * its blank is still in the hand.
 */
export function RangesField({ label, series, isOnFloor }: RangesFieldProps) {
  "use no memo";
  const { control } = useFormContext();
  const typed = useWatch({ control, name: "ranges" }) as string;
  const batchId = useWatch({ control, name: "batchId" }) as string;
  const { data: batch } = useQuery({ ...productionQueries.batch(batchId), enabled: isOnFloor && batchId !== "" });
  const [stray] = isOnFloor && batch ? without(readRanges(typed, series).ranges, batch.floor) : [];
  const complaint =
    endedComplaint(typed, series) ??
    (stray && `${rangeText(series.code, stray, series.digits)} ${batch?.number} partisine ayrılmış değil.`);
  return (
    <BoundArea
      name="ranges"
      label={label}
      hint={<span role="status">{rangeHint(typed, series)}</span>}
      maxLength={4_000}
      required
      {...(complaint && { error: complaint })}
    />
  );
}
