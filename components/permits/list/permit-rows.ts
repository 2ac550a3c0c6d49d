"use client";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { rememberPermitVisit, useLastPermitVisit } from "@/components/permits/list-return.ts";
import { useListKeys } from "@/components/ui/list-keys.ts";

export const permitHref = (id: string) => `/permits/${id}`;

export type PermitRowsOptions = {
  ids: readonly string[];
  onPick: (index: number) => void;
  onClose: () => void;
  /** False where the user has turned single-letter keys off (WCAG 2.1.4). */
  hasLetterKeys: boolean;
  onSearch: () => void;
  onHelp: () => void;
};

/** Rows that lead to a record by click or keyboard; coming back puts the focus on the row one came from. */
export function usePermitRows({ ids, onPick, onClose, hasLetterKeys, onSearch, onHelp }: PermitRowsOptions) {
  const router = useRouter();
  const search = useSearchParams().toString();
  const visit = useLastPermitVisit();
  function remember(index: number) {
    const permitId = ids[index];
    if (permitId) rememberPermitVisit({ search, permitId });
  }
  function open(index: number) {
    const id = ids[index];
    if (!id) return;
    remember(index);
    router.push(permitHref(id));
  }
  const keys = useListKeys({ count: ids.length, onOpen: open, onPick, onClose });
  useReturnFocus(visit?.search === search ? ids.indexOf(visit.permitId) : -1, keys.focusRow);
  useLetterKeys(hasLetterKeys, {
    j: () => keys.focusRow(keys.active),
    k: () => keys.focusRow(keys.active),
    "/": onSearch,
    "?": onHelp,
  });
  return { open, remember, keys };
}

/** Keys of the page as a whole; in a field or a dialog they are letters. */
function useLetterKeys(isOn: boolean, acts: Record<string, () => void>): void {
  const onPress = useEffectEvent((event: KeyboardEvent) => {
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    if (event.target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu]")) return;
    // Within the table j and k are the rows' own.
    if (/^[jk]$/.test(event.key) && event.target !== document.body && event.target.id !== "content") return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => onPress(event);
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [isOn]);
}

/** Only the arrival counts: rows that come later do not take the focus. */
function useReturnFocus(index: number, focusRow: (index: number) => void): void {
  const arrived = useRef(false);
  useEffect(() => {
    if (arrived.current) return;
    arrived.current = true;
    if (index >= 0) focusRow(index);
  });
}
