"use client";
import { type ComponentType, type ReactNode, Suspense, useEffect, useEffectEvent, useState } from "react";
import { useEarlyKeys } from "@/components/shell/palette/early-keys.ts";
import type { PaletteProps } from "@/components/shell/palette/palette.tsx";
import { PaletteContext } from "@/components/shell/palette/palette-context.ts";

type DialogProps = Omit<PaletteProps, "useAnswer">;
export type PaletteProviderProps = Omit<DialogProps, "onClose" | "takeEarly"> & {
  /** The palette itself with what it searches in; it may be loaded late. */
  dialog: ComponentType<DialogProps>;
  children: ReactNode;
};

/** Ctrl/⌘ K from anywhere, also out of a field. */
export function PaletteProvider({ children, dialog: Dialog, ...palette }: PaletteProviderProps) {
  const [isOpen, setOpen] = useState(false);
  const early = useEarlyKeys();
  function open() {
    early.begin();
    setOpen(true);
  }
  function close() {
    early.take();
    setOpen(false);
  }
  const toggle = useEffectEvent(() => (isOpen ? close() : open()));
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      toggle();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return (
    <PaletteContext value={{ open }}>
      {children}
      <Suspense>{isOpen ? <Dialog {...palette} onClose={close} takeEarly={early.take} /> : null}</Suspense>
    </PaletteContext>
  );
}
