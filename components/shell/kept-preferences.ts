"use client";
import { useTheme } from "next-themes";
import { useEffect, useRef } from "react";
import { useDensity } from "@/components/shell/density.tsx";
import type { DensityChoice } from "@/components/shell/density-choice.ts";
import type { ThemeChoice } from "@/components/shell/user-menu.tsx";

/** Brings a user's choices to a browser that does not know them yet; once, at the first paint after sign-in. */
export function useKeptPreferences(kept: { theme: ThemeChoice; density: DensityChoice }): void {
  const { theme, setTheme } = useTheme();
  const { choice, choose } = useDensity();
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    if (kept.theme !== theme) setTheme(kept.theme);
    if (kept.density !== choice) choose(kept.density);
  }, [kept, theme, setTheme, choice, choose]);
}
