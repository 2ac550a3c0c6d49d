"use client";
import { createContext, type ReactNode, useContext, useState } from "react";
import { type DensityChoice, densityCookie } from "@/components/shell/density-choice.ts";

type DensityState = { choice: DensityChoice; choose: (choice: DensityChoice) => void };
const DensityContext = createContext<DensityState>({ choice: "auto", choose: () => undefined });

/** `initial` comes from the cookie, so that the first paint already has the right sizes. */
export function DensityProvider({ initial, children }: { initial: DensityChoice; children: ReactNode }) {
  const [choice, setChoice] = useState(initial);
  function choose(next: DensityChoice) {
    setChoice(next);
    rememberDensity(next);
  }
  return <DensityContext value={{ choice, choose }}>{children}</DensityContext>;
}

export function useDensity(): DensityState {
  return useContext(DensityContext);
}

function rememberDensity(choice: DensityChoice): void {
  if (choice === "auto") delete document.documentElement.dataset.density;
  else document.documentElement.dataset.density = choice;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers the office still has
  document.cookie = `${densityCookie}=${choice}; path=/; max-age=31536000; samesite=lax`;
}

/** A page's own density (U1 pages comfortable, boards compact) until the user has chosen one for all. */
export function DensityScope({
  fallback,
  className,
  children,
}: {
  fallback: "compact" | "comfortable";
  className?: string;
  children: ReactNode;
}) {
  const { choice } = useDensity();
  return (
    <div data-density={choice === "auto" ? fallback : choice} className={className}>
      {children}
    </div>
  );
}
