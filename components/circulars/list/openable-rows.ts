"use client";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { type ListName, rememberVisit, useListVisit } from "@/components/circulars/list/list-visit.ts";
import { useListKeys } from "@/components/ui/list-keys.ts";

export type OpenableRowsOptions = { list: ListName; ids: readonly string[]; hrefOf: (id: string) => string };

/** Rows that lead to a record by click or keyboard; coming back puts the focus on the row one came from. */
export function useOpenableRows({ list, ids, hrefOf }: OpenableRowsOptions) {
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
    router.push(hrefOf(id));
  }
  const keys = useListKeys({ count: ids.length, onOpen: open });
  useReturnFocus(visit?.search === search ? ids.indexOf(visit.id) : -1, keys.focusRow);
  return { open, remember, keys };
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
