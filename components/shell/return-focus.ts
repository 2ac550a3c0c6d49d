"use client";
import { useEffect } from "react";

/** The link that led on from an address, and which of its equals on that page it was. */
type Departure = { href: string; nth: number };

// By the address that was left. Only event handlers write it, so it never exists on the server.
const departures = new Map<string, Departure>();
const waitFor = 3_000;

/**
 * Back leads to the same place of the page and puts the focus on the link one had followed (ux.md), by the browser's own
 * button as by the page's back link. Lists whose rows are opened as a whole do it themselves (openable-rows.ts).
 */
export function useReturnFocus(): void {
  useEffect(() => {
    let stop = () => {};
    const seek = (departure: Departure) => {
      stop();
      stop = focusOnArrival(departure);
    };
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href^='/']") : null;
      if (!link) return;
      const href = link.getAttribute("href") ?? "";
      const left = departures.get(href);
      if (left?.href === here() && !link.closest("aside")) return seek(left);
      if (link.closest("main")) departures.set(here(), { href, nth: alike(href).indexOf(link) });
    };
    const back = () => {
      const left = departures.get(here());
      if (left) seek(left);
    };
    document.addEventListener("click", click, true);
    window.addEventListener("popstate", back);
    return () => {
      stop();
      document.removeEventListener("click", click, true);
      window.removeEventListener("popstate", back);
    };
  }, []);
}

const here = (): string => window.location.pathname + window.location.search;

const alike = (href: string): HTMLAnchorElement[] => [
  ...document.querySelectorAll<HTMLAnchorElement>(`main a[href="${CSS.escape(href)}"]`),
];

/** Rows may come after the page: it is looked for a while, and given up as soon as the person does something else. */
function focusOnArrival({ href, nth }: Departure): () => void {
  const until = performance.now() + waitFor;
  let frame = 0;
  const stop = () => {
    cancelAnimationFrame(frame);
    document.removeEventListener("keydown", stop, true);
    document.removeEventListener("pointerdown", stop, true);
  };
  const look = () => {
    const link = alike(href)[nth];
    // Whoever has the focus already keeps it; a page that is being left has none to give.
    if (link && document.activeElement === document.body && here() !== href) {
      link.focus();
      return stop();
    }
    if (performance.now() > until) return stop();
    frame = requestAnimationFrame(look);
  };
  document.addEventListener("keydown", stop, true);
  document.addEventListener("pointerdown", stop, true);
  frame = requestAnimationFrame(look);
  return stop;
}
