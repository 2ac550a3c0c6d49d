"use client";
import { useKeptItems } from "@/app/(console)/palette-kept.tsx";
import { useUserAnswer } from "@/components/access/search/user-answer.tsx";
import { useCardAnswer } from "@/components/cards/search/card-answer.tsx";
import { useSerialAnswer } from "@/components/cards/search/serial-answer.tsx";
import { useCircularAnswer } from "@/components/circulars/search/circular-answer.tsx";
import { usePermitAnswer } from "@/components/permits/search/permit-answer.tsx";
import { Palette, type PaletteProps } from "@/components/shell/palette/palette.tsx";
import type { PaletteAnswer } from "@/components/shell/palette/palette-item.ts";

/** Everything that has an address of its own; each word searches by itself, in the rows that this person may see. */
function useAnswer(typed: string): PaletteAnswer {
  const serials = useSerialAnswer(typed);
  const kept = useKeptItems(typed);
  const answers = [usePermitAnswer(typed), useCardAnswer(typed), useCircularAnswer(typed), useUserAnswer(typed)];
  return {
    items: [...answers.slice(0, 2).flatMap(({ items }) => items), ...serials, ...answers.slice(2).flatMap(({ items }) => items), ...kept],
    isLoading: answers.some(({ isLoading }) => isLoading),
    hasFailed: answers.some(({ hasFailed }) => hasFailed),
  };
}

export function ConsolePaletteDialog(palette: Omit<PaletteProps, "useAnswer">) {
  return <Palette {...palette} useAnswer={useAnswer} />;
}
