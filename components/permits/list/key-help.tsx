"use client";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { Kbd } from "@/components/ui/code.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";

const keys: readonly (readonly [keys: readonly string[], deed: string])[] = [
  [["J", "↓"], "Sonraki satır"],
  [["K", "↑"], "Önceki satır"],
  [["Home", "End"], "İlk ve son satır"],
  [["Enter"], "Kaydı aç"],
  [["X", "Boşluk"], "Satırı seç ya da bırak"],
  [["Esc"], "Seçimi bırak"],
  [["/"], "Ara"],
  [["Ctrl K", "⌘ K"], "Ara ya da komut yaz"],
  [["?"], "Bu yardım"],
];

export type KeyHelpProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  hasLetterKeys: boolean;
  onLetterKeys: (on: boolean) => void;
};

export function KeyHelp({ open, onOpenChange, hasLetterKeys, onLetterKeys }: KeyHelpProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Klavye ile gezinme">
      <dl className="small mb-4 grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1.5">
        {keys.map(([names, deed]) => (
          <div key={deed} className="contents">
            <dt className="flex gap-1">
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dt>
            <dd>{deed}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        label="Tek harfli kısayollar açık"
        hint="Kapatıldığında yalnızca listedeki satırlar, Ctrl K ve oklar çalışır."
        checked={hasLetterKeys}
        onCheckedChange={onLetterKeys}
      />
    </Dialog>
  );
}
