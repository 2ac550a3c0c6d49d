"use client";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { useListKeys } from "@/components/ui/list-keys.ts";
import { rememberVisit, useListVisit } from "@/components/ui/list-visit.ts";

/** `list` is the path of the list; its records lie under it. */
export type OpenableRowsOptions = { list: string; ids: readonly string[] };

/** Rows that lead to a record by click or keyboard; coming back puts the focus on the row one came from. */
export function useOpenableRows({ list, ids }: OpenableRowsOptions) {
  const router = useRouter();
  const search = useSearchParams().toString();
  const visit = useListVisit(list);
  function remember(index: number) {
    const id = ids[index];
    if (id) rememberVisit(list, { search, id });
  }
  function open(index: number) {
    const id = ids[index];
    if (!id) return;
    remember(index);
    router.push(`${list}/${id}`);
  }
  const keys = useListKeys({ count: ids.length, onOpen: open });
  useReturnFocus(visit?.search === search ? ids.indexOf(visit.id) : -1, keys.focusRow);
  useEnterByLetter(() => keys.focusRow(keys.active));
  return { open, remember, keys };
}

/** j or k on the page itself, with nothing in focus, leads into the list. */
function useEnterByLetter(enter: () => void): void {
  const onEnter = useEffectEvent(enter);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!["j", "k"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target !== document.body) return;
      event.preventDefault();
      onEnter();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
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
