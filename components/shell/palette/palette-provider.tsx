"use client";
import { type ReactNode, useEffect, useState } from "react";
import { Palette, type PaletteProps } from "@/components/shell/palette/palette.tsx";
import { PaletteContext } from "@/components/shell/palette/palette-context.ts";

export type PaletteProviderProps = Pick<PaletteProps, "items" | "useAnswer" | "placeholder"> & { children: ReactNode };

/** Ctrl/⌘ K from anywhere, also out of a field. */
export function PaletteProvider({ children, ...palette }: PaletteProviderProps) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return (
    <PaletteContext value={{ open: () => setOpen(true) }}>
      {children}
      {isOpen ? <Palette {...palette} onClose={() => setOpen(false)} /> : null}
    </PaletteContext>
  );
}
