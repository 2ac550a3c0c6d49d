"use client";
import { Search } from "lucide-react";
import { usePalette } from "@/components/shell/palette/palette-context.ts";
import { Kbd } from "@/components/ui/code.tsx";

/** The top bar's way into the palette; on a phone a magnifying glass. */
export function PaletteButton() {
  const { open } = usePalette();
  return (
    <button
      type="button"
      onClick={open}
      aria-keyshortcuts="Control+K Meta+K"
      className="flex h-8 items-center gap-2 rounded-md text-sm text-ink-3 hover:text-ink max-lg:size-11 max-lg:justify-center lg:w-72 lg:border lg:border-line-strong lg:px-2.5 lg:hover:bg-hover"
    >
      <Search size={16} strokeWidth={1.75} aria-hidden="true" className="max-lg:size-5" />
      <span className="flex-1 text-left max-lg:sr-only">Ara ya da komut yaz</span>
      <span aria-hidden="true" className="max-lg:hidden">
        <Kbd>Ctrl K</Kbd>
      </span>
    </button>
  );
}
