"use client";
import { useState } from "react";

export type StepState = {
  canUndo: boolean;
  canRedo: boolean;
  undo: () => void;
  redo: () => void;
  /** Tells of a step that is about to change the address. */
  push: (query: string) => void;
};

type Steps = { past: string[]; present: string; future: string[] };

/**
 * Undo and redo walk the browser's own history, so that its Back button and ours are one and the same. `query` is the address
 * as it is; what comes back by Back or Forward is recognised by it.
 */
export function useSteps(query: string): StepState {
  const [steps, setSteps] = useState<Steps>({ past: [], present: query, future: [] });
  const shown = query === steps.present ? steps : arrived(steps, query);
  if (shown !== steps) setSteps(shown);
  return {
    canUndo: shown.past.length > 0,
    canRedo: shown.future.length > 0,
    undo: () => (shown.past.length > 0 ? history.back() : undefined),
    redo: () => (shown.future.length > 0 ? history.forward() : undefined),
    push: (next) => setSteps(({ past, present }) => ({ past: [...past, present], present: next, future: [] })),
  };
}

/** The address changed by itself: by Back, by Forward, or by a link that leads elsewhere on the same page. */
function arrived({ past, present, future }: Steps, query: string): Steps {
  const back = past.lastIndexOf(query);
  if (back >= 0) return { past: past.slice(0, back), present: query, future: [...past.slice(back + 1), present, ...future] };
  const ahead = future.indexOf(query);
  if (ahead >= 0) return { past: [...past, present, ...future.slice(0, ahead)], present: query, future: future.slice(ahead + 1) };
  return { past: [...past, present], present: query, future: [] };
}
