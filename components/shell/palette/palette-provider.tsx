"use client";
import { type ComponentType, type ReactNode, Suspense, useEffect, useState } from "react";
import type { PaletteProps } from "@/components/shell/palette/palette.tsx";
import { PaletteContext } from "@/components/shell/palette/palette-context.ts";

type DialogProps = Omit<PaletteProps, "useAnswer">;
export type PaletteProviderProps = Omit<DialogProps, "onClose"> & {
  /** The palette itself with what it searches in; it may be loaded late. */
  dialog: ComponentType<DialogProps>;
  children: ReactNode;
};

/** Ctrl/⌘ K from anywhere, also out of a field. */
export function PaletteProvider({ children, dialog: Dialog, ...palette }: PaletteProviderProps) {
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
      <Suspense>{isOpen ? <Dialog {...palette} onClose={() => setOpen(false)} /> : null}</Suspense>
    </PaletteContext>
  );
}
