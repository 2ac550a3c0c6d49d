import type { StateLook } from "@/components/circulars/labels.ts";
import { IncomingFilter, type IncomingLetterRow } from "@/lib/circulars/incoming-contract.ts";

export type IncomingState = IncomingLetterRow["state"];

export const incomingStates: readonly IncomingState[] = IncomingFilter.shape.state.unwrap().options;

export const incomingStateLooks: Record<IncomingState, StateLook> = {
  waiting: { word: "Bekliyor", tone: "amber", glyph: "waiting" },
  distributed: { word: "Dağıtıma çıkarıldı", tone: "green", glyph: "done" },
  filed: { word: "Dosyalandı", tone: "grey", glyph: "ended" },
};

/** Of several letters. */
export const incomingChipLabels: Record<IncomingState, string> = {
  waiting: "Bekleyen",
  distributed: "Dağıtıma çıkarılan",
  filed: "Dosyalanan",
};
