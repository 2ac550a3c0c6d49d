import { nameOf, type Scan } from "@/components/cards/production/batch/scans.ts";
import { cardCount } from "@/components/cards/production/production-words.ts";
import { Button } from "@/components/ui/button.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import type { BatchRecord } from "@/lib/cards/production-contract.ts";

export type ScanListProps = { scans: readonly Scan[]; batch: BatchRecord; onRemove: (serial: number) => void };

/** The last ones read stand first; a slip is taken back with one key. */
export function ScanList({ scans, batch, onRemove }: ScanListProps) {
  const last = scans.slice(-12).toReversed();
  return (
    <div>
      <ul aria-label="Okutulanlar" className="small grid gap-x-4 gap-y-1 sm:grid-cols-2 xl:grid-cols-3">
        {last.map(({ serial, verdict, reason }) => (
          <li key={serial} className="flex items-center justify-between gap-2">
            <StateWord tone={verdict === "passed" ? "green" : "red"} glyph={verdict === "passed" ? "done" : "alert"} className="min-w-0">
              <span className="code">{nameOf(batch, serial)}</span>
              {reason ? ` · ${reason}` : ""}
            </StateWord>
            <Button
              size="sm"
              tone="quiet"
              aria-label={`${nameOf(batch, serial)} numarasını listeden çıkar`}
              onClick={() => onRemove(serial)}
            >
              Çıkar
            </Button>
          </li>
        ))}
      </ul>
      {scans.length > last.length ? <p className="cap mt-1">ve {cardCount(scans.length - last.length)} daha</p> : null}
    </div>
  );
}
