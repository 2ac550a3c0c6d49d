"use client";
import { useCardAnswer } from "@/components/cards/search/card-answer.tsx";
import { usePermitAnswer } from "@/components/permits/search/permit-answer.tsx";
import { Palette, type PaletteProps } from "@/components/shell/palette/palette.tsx";
import type { PaletteAnswer } from "@/components/shell/palette/palette-item.ts";

/** Permits, employers and cards; each word searches by itself. */
function useAnswer(typed: string): PaletteAnswer {
  const permits = usePermitAnswer(typed);
  const cards = useCardAnswer(typed);
  return {
    items: [...permits.items, ...cards.items],
    isLoading: permits.isLoading || cards.isLoading,
    hasFailed: permits.hasFailed || cards.hasFailed,
  };
}

export function ConsolePaletteDialog(palette: Omit<PaletteProps, "useAnswer">) {
  return <Palette {...palette} useAnswer={useAnswer} />;
}
