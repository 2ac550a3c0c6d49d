import { Button } from "@/components/ui/button.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { isItemNumber } from "@/lib/cards/barcode.ts";

type Pair = { serialNumber: string; barcode: string };

/** What was read, the last first. A barcode of another form is only warned about: domestic ones may differ. */
export function PackedList({ pairs, onRemove }: { pairs: readonly Pair[]; onRemove: (serialNumber: string) => void }) {
  return (
    <ul aria-label="Okutulanlar" className="small grid max-h-96 gap-1 overflow-y-auto">
      {pairs.toReversed().map(({ serialNumber, barcode }) => {
        const isUsual = isItemNumber(barcode);
        return (
          <li key={serialNumber} className="grid grid-cols-[1fr_1fr_auto] items-center gap-3">
            <span className="code">{serialNumber}</span>
            <StateWord tone={isUsual ? "green" : "amber"} glyph={isUsual ? "done" : "waiting"}>
              <span className="code">{barcode}</span>
              {isUsual ? "" : " · denetim rakamı tutmuyor ya da yurt içi barkod"}
            </StateWord>
            <Button size="sm" tone="quiet" aria-label={`${serialNumber} numarayı listeden çıkar`} onClick={() => onRemove(serialNumber)}>
              Çıkar
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
