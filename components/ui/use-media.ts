"use client";
import { useSyncExternalStore } from "react";

/** True on a wide screen (nav and drawer beside the content); false while the server renders. */
export function useIsWide(): boolean {
  return useMedia("(min-width: 1024px)");
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const media = matchMedia(query);
      media.addEventListener("change", notify);
      return () => media.removeEventListener("change", notify);
    },
    () => matchMedia(query).matches,
    () => false,
  );
}
