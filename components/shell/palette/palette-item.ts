import type { ReactNode } from "react";

/** One line of the palette: a page, a deed or something found. */
export type PaletteItem = {
  id: string;
  /** "Sayfalar", "Yapılacaklar": items of one group stand together. */
  group: string;
  icon: ReactNode;
  /** What is matched with the typed letters, and read out. */
  text: string;
  /** The same with marks, where the match came from elsewhere. */
  shown?: ReactNode;
  hint?: ReactNode;
  href: string;
};

/** What a search of the application brought. */
export type PaletteAnswer = { items: readonly PaletteItem[]; isLoading: boolean; hasFailed: boolean };
