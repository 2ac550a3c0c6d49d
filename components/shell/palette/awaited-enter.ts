import { useEffect, useRef } from "react";
import type { PaletteAnswer } from "@/components/shell/palette/palette-item.ts";

/** Whoever types a number and Enter at once means what will be found: the key counts when the answer has come. */
export function useAwaitedEnter({ isLoading, hasFailed }: PaletteAnswer, onEnter: () => void): { wait: () => void; forget: () => void } {
  const isAwaited = useRef(false);
  useEffect(() => {
    if (!isAwaited.current || isLoading) return;
    isAwaited.current = false;
    if (!hasFailed) onEnter();
  });
  return {
    wait: () => {
      isAwaited.current = true;
    },
    forget: () => {
      isAwaited.current = false;
    },
  };
}
