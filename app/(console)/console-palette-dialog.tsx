"use client";
import { useCardAnswer } from "@/components/cards/search/card-answer.tsx";
import { useSerialAnswer } from "@/components/cards/search/serial-answer.tsx";
import { usePermitAnswer } from "@/components/permits/search/permit-answer.tsx";
import { Palette, type PaletteProps } from "@/components/shell/palette/palette.tsx";
import type { PaletteAnswer } from "@/components/shell/palette/palette-item.ts";

/** Permits, employers, cards and serials; each word searches by itself. */
function useAnswer(typed: string): PaletteAnswer {
  const permits = usePermitAnswer(typed);
  const cards = useCardAnswer(typed);
  const serials = useSerialAnswer(typed);
  return {
    items: [...permits.items, ...cards.items, ...serials],
    isLoading: permits.isLoading || cards.isLoading,
    hasFailed: permits.hasFailed || cards.hasFailed,
  };
}

export function ConsolePaletteDialog(palette: Omit<PaletteProps, "useAnswer">) {
  return <Palette {...palette} useAnswer={useAnswer} />;
}
