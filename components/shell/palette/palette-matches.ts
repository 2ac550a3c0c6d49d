import type { PaletteItem } from "@/components/shell/palette/palette-item.ts";
import { foldTr } from "@/lib/platform/locale/tr.ts";

/** Every typed word begins a word of the text; İ/ı, ş/s and case do not matter. Those that begin with it come first. */
export function matchingItems(items: readonly PaletteItem[], typed: string): PaletteItem[] {
  const wanted = foldTr(typed).split(" ").filter(Boolean);
  if (wanted.length === 0) return [...items];
  const rank = (item: PaletteItem) => (foldTr(item.text).startsWith(wanted[0] ?? "") ? 0 : 1);
  return items
    .filter((item) => wanted.every((word) => wordsOf(item).some((own) => own.startsWith(word))))
    .toSorted((a, b) => rank(a) - rank(b));
}

const wordsOf = ({ text }: PaletteItem): string[] => foldTr(text).split(/[^\p{L}\p{N}]+/u);

/** In the order in which the groups first occur. */
export function groupsOf(items: readonly PaletteItem[]): [group: string, items: PaletteItem[]][] {
  const groups = new Map<string, PaletteItem[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups];
}
