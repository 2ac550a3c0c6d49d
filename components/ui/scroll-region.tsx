import type { ComponentProps } from "react";

/** What scrolls by itself: named, and reachable by keyboard even while nothing in it can be focused (WCAG 2.1.1). */
export function ScrollRegion({ label, ...rest }: { label: string } & Omit<ComponentProps<"section">, "tabIndex" | "aria-label">) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard cannot scroll here; axe demands it
  return <section tabIndex={0} aria-label={label} {...rest} />;
}
