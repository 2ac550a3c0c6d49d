"use client";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { SavedView } from "@/lib/access/views-contract.ts";

/** The list opens with the unit's default view; "Tümü" and a cleared filter afterwards mean what they say. */
export function useDefaultView(path: string, views: readonly SavedView[] | undefined): void {
  const router = useRouter();
  const search = useSearchParams().toString();
  const [arrivedBare] = useState(search === "");
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current || views === undefined) return;
    isDone.current = true;
    const first = views.find(({ visibility }) => visibility === "province_default");
    if (arrivedBare && search === "" && first) router.replace(`${path}?${first.query}`);
  }, [path, views, arrivedBare, search, router]);
}
