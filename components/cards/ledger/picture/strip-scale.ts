// How a run of serials is laid out on a line of a fixed length, and which of them deserve a second look.

import type { SerialRange } from "@/lib/cards/ledger-rows.ts";
import { sizeOf } from "@/lib/cards/serial-ranges.ts";

export type StripPiece<Account extends string = string> = { first: number; last: number; account: Account };
export type Stretch = SerialRange;

/** Parts of a hundred from the left edge, and how wide. */
export function placeOn(whole: Stretch, piece: Stretch): { left: number; width: number } {
  const length = sizeOf(whole);
  const first = Math.max(piece.first, whole.first);
  const last = Math.min(piece.last, whole.last);
  return { left: ((first - whole.first) / length) * 100, width: (Math.max(0, last - first + 1) / length) * 100 };
}

/** Numbers under the line: each edge in turn as long as it stands clear of the one before and of the end. */
export function edgeLabels(whole: Stretch, edges: readonly number[], clear = 11): { serial: number; left: number }[] {
  const labels = [{ serial: whole.first, left: 0 }];
  for (const serial of [...new Set(edges)].sort((one, other) => one - other)) {
    const { left } = placeOn(whole, { first: serial, last: serial });
    const before = labels.at(-1);
    if (before && left - before.left >= clear && left <= 100 - clear) labels.push({ serial, left });
  }
  labels.push({ serial: whole.last, left: 100 });
  return labels;
}

/** What is missing with as much again on either side, so that its neighbours are seen. */
export function windowAround(whole: Stretch, missing: Stretch): Stretch {
  const margin = sizeOf(missing);
  return { first: Math.max(whole.first, missing.first - margin), last: Math.min(whole.last, missing.last + margin) };
}

/** The pieces of a window, cut at its ends. */
export function piecesWithin<Account extends string>(pieces: readonly StripPiece<Account>[], view: Stretch): StripPiece<Account>[] {
  return pieces
    .filter(({ first, last }) => last >= view.first && first <= view.last)
    .map((piece) => ({ ...piece, first: Math.max(piece.first, view.first), last: Math.min(piece.last, view.last) }));
}
