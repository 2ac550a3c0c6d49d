import { useEffect, useRef } from "react";

export type EarlyKeys = { text: string; isEntered: boolean };

/**
 * What is typed after the palette was asked for and before its field is there: the hand does not wait for the screen.
 * `begin` when it is asked for; the field takes what was typed when the caret comes into it.
 */
export function useEarlyKeys(): { begin: () => void; take: () => EarlyKeys | null } {
  const kept = useRef<EarlyKeys | null>(null);
  useEffect(() => {
    const gather = (event: KeyboardEvent) => {
      if (!kept.current || event.ctrlKey || event.metaKey || event.altKey) return;
      const after = withKey(kept.current, event.key);
      if (!after) return;
      kept.current = after;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("keydown", gather, true);
    return () => document.removeEventListener("keydown", gather, true);
  }, []);
  return {
    begin: () => {
      kept.current = { text: "", isEntered: false };
    },
    take: () => {
      const taken = kept.current;
      kept.current = null;
      return taken;
    },
  };
}

/** Null for a key that writes nothing. */
function withKey({ text, isEntered }: EarlyKeys, key: string): EarlyKeys | null {
  if (key === "Enter") return { text, isEntered: true };
  if (key === "Backspace") return { text: text.slice(0, -1), isEntered };
  return key.length === 1 ? { text: text + key, isEntered } : null;
}
