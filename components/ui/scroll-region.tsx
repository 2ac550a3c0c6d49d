import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names.ts";

/**
 * What scrolls by itself: named, and reachable by keyboard even while nothing in it can be focused (WCAG 2.1.1). It holds what is
 * placed absolutely in it, such as words for screen readers alone, which would otherwise make the page itself as long as the list.
 */
export function ScrollRegion({
  label,
  className,
  ...rest
}: { label: string } & Omit<ComponentProps<"section">, "tabIndex" | "aria-label">) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard cannot scroll here; axe demands it
  return <section tabIndex={0} aria-label={label} className={classNames("relative", className)} {...rest} />;
}
