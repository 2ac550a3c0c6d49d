"use client";
import { type KeyboardEvent, useRef, useState } from "react";

export type ListKeysOptions = {
  count: number;
  onOpen: (index: number) => void;
  /** x or the space bar. */
  onPick?: (index: number) => void;
  onClose?: () => void;
};

export type ListKeys = {
  /** On the list's container (table, ol). */
  list: { onKeyDown: (event: KeyboardEvent) => void };
  /** On each row: one row can be reached by Tab, the others by arrows. */
  row: (index: number) => { tabIndex: 0 | -1; ref: (element: HTMLElement | null) => void; onFocus: () => void };
  active: number;
  /** Moves the focus, e.g. back to the row one came from. */
  focusRow: (index: number) => void;
};

const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, button, a, [contenteditable]") !== null;
}

/** ↑↓ or j/k move, Home/End jump, Enter opens, x picks, Escape closes; letters typed elsewhere are left alone. */
export function useListKeys({ count, onOpen, onPick, onClose }: ListKeysOptions): ListKeys {
  const [wanted, setActive] = useState(0);
  const rows = useRef(new Map<number, HTMLElement>());
  const active = Math.min(wanted, Math.max(count - 1, 0));

  function focusRow(index: number) {
    const next = Math.max(0, Math.min(count - 1, index));
    setActive(next);
    rows.current.get(next)?.focus();
    rows.current.get(next)?.scrollIntoView({ block: "nearest" });
  }

  function act(event: KeyboardEvent): boolean {
    const step = steps[event.key];
    if (step !== undefined) focusRow(active + step);
    else if (event.key === "Home") focusRow(0);
    else if (event.key === "End") focusRow(count - 1);
    else if (event.key === "Enter") onOpen(active);
    else if ((event.key === "x" || event.key === " ") && onPick) onPick(active);
    else if (event.key === "Escape" && onClose) onClose();
    else return false;
    return true;
  }

  return {
    active,
    focusRow,
    list: {
      onKeyDown(event) {
        if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
        if (act(event)) event.preventDefault();
      },
    },
    row: (index) => ({
      tabIndex: index === active ? 0 : -1,
      ref: (element) => {
        if (element) rows.current.set(index, element);
        else rows.current.delete(index);
      },
      onFocus: () => setActive(index),
    }),
  };
}
