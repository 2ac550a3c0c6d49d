"use client";
import { useQuery } from "@tanstack/react-query";
import { useFormContext, useWatch } from "react-hook-form";
import { endedComplaint, type Numbered, rangeHint, readRanges } from "@/components/cards/ledger/range-text.ts";
import { productionQueries } from "@/components/cards/production/production-queries.ts";
import { BoundArea } from "@/components/permits/forms/bound-fields.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { SerialRange } from "@/lib/cards/ledger-rows.ts";
import { countOf, rangeText, storedText, without } from "@/lib/cards/serial-ranges.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

type RangesFieldProps = {
  label: string | undefined;
  series: Numbered;
  isOnFloor: boolean;
  /** Everything that lies where the act takes from, where that is known and little. */
  whole: readonly SerialRange[];
};

/**
 * Serials typed or scanned, one Enter each: what was taken is said under the field, and a number that is wrong is refused while
 * its blank is still in the hand.
 */
export function RangesField({ label, series, isOnFloor, whole }: RangesFieldProps) {
  "use no memo";
  const { control, setValue } = useFormContext();
  const typed = useWatch({ control, name: "ranges" }) as string;
  const batchId = useWatch({ control, name: "batchId" }) as string;
  const { data: batch } = useQuery({ ...productionQueries.batch(batchId), enabled: isOnFloor && batchId !== "" });
  const [stray] = isOnFloor && batch ? without(readRanges(typed, series).ranges, batch.floor) : [];
  const complaint =
    endedComplaint(typed, series) ??
    (stray && `${rangeText(series.code, stray, series.digits)} ${batch?.number} partisine ayrılmış değil.`);
  const field = (
    <BoundArea
      name="ranges"
      label={label}
      hint={<span role="status">{rangeHint(typed, series)}</span>}
      maxLength={4_000}
      required
      {...(complaint && { error: complaint })}
    />
  );
  if (whole.length === 0) return field;
  return (
    <div className="grid justify-items-start gap-2 [&>:first-child]:w-full">
      {field}
      <Button size="sm" onClick={() => setValue("ranges", storedText(whole), { shouldDirty: true })}>
        Oradaki {formatNumber(countOf(whole))} belgenin tümünü yaz
      </Button>
    </div>
  );
}
