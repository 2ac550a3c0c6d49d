"use client";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { boardShows } from "@/components/circulars/board/board-groups.ts";

const parsers = { show: parseAsStringLiteral(boardShows).withDefault("all"), recipient: parseAsString };

/** What the board shows and which recipient is open: the address is their only home. */
export function useBoardView() {
  return useQueryStates(parsers, { history: "replace" });
}
