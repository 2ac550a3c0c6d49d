"use client";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { IconButton } from "@/components/ui/button.tsx";

export type MoveButtonsProps = {
  /** What travels: "a) ilgi", "Hasan Çetin". */
  name: string;
  index: number;
  count: number;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
};

const icon = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;

/** The pressed button keeps the focus while its row travels, so that it can be pressed again. */
export function MoveButtons({ name, index, count, onMove, onRemove }: MoveButtonsProps) {
  const box = useRef<HTMLSpanElement>(null);
  const pressed = useRef<1 | -1 | null>(null);
  useEffect(() => {
    if (pressed.current) box.current?.querySelector<HTMLButtonElement>(`[data-step="${pressed.current}"]`)?.focus();
    pressed.current = null;
  });
  function press(step: 1 | -1) {
    if (index + step < 0 || index + step >= count) return;
    pressed.current = step;
    onMove(step);
  }
  const first = index === 0;
  const last = index === count - 1;
  return (
    <span ref={box} className="flex shrink-0">
      {count > 1 ? (
        <>
          <IconButton
            size="sm"
            label={`Yukarı al: ${name}`}
            data-step="-1"
            aria-disabled={first || undefined}
            className={first ? "text-ink-off" : ""}
            onClick={() => press(-1)}
          >
            <ArrowUp {...icon} />
          </IconButton>
          <IconButton
            size="sm"
            label={`Aşağı al: ${name}`}
            data-step="1"
            aria-disabled={last || undefined}
            className={last ? "text-ink-off" : ""}
            onClick={() => press(1)}
          >
            <ArrowDown {...icon} />
          </IconButton>
        </>
      ) : null}
      <IconButton size="sm" label={`Çıkar: ${name}`} onClick={onRemove}>
        <X {...icon} />
      </IconButton>
    </span>
  );
}

/** The row at `index` one place on; what has nowhere to go stays. */
export function shifted<Row>(rows: readonly Row[], index: number, step: 1 | -1): Row[] {
  const row = rows[index];
  const other = rows[index + step];
  if (row === undefined || other === undefined) return [...rows];
  const moved = [...rows];
  moved[index] = other;
  moved[index + step] = row;
  return moved;
}
