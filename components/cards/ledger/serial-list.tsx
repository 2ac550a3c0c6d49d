import { Fragment } from "react";
import type { Numbered } from "@/components/cards/ledger/range-text.ts";
import type { SerialRange } from "@/lib/cards/ledger-rows.ts";
import { rangeText } from "@/lib/cards/serial-ranges.ts";

/** Numbers one after the other; a line ends between two of them, never within one. */
export function SerialList({ ranges, series: { code, digits } }: { ranges: readonly SerialRange[]; series: Numbered }) {
  return (
    <span className="code">
      {ranges.map((range, index) => (
        <Fragment key={range.first}>
          {index > 0 ? ", " : ""}
          <span className="whitespace-nowrap">{rangeText(code, range, digits)}</span>
        </Fragment>
      ))}
    </span>
  );
}
