"use client";
import { useState } from "react";

type Seen = { done: number; at: number };

/** Too little to tell a pace from. */
const shortest = 1_500;

/** "yaklaşık 40 sn kaldı" from the pace since this page first saw the work; null until there is one. */
export function useTimeLeft(done: number, total: number): string | null {
  const [first, setFirst] = useState<Seen | null>(null);
  const [last, setLast] = useState<Seen | null>(null);
  // Work that begins anew has another pace.
  if (last === null || done !== last.done) {
    const seen = { done, at: performance.now() };
    setLast(seen);
    if (first === null || done < first.done) setFirst(seen);
  }
  if (!first || !last || last.at - first.at < shortest || last.done <= first.done || done >= total) return null;
  const seconds = ((total - last.done) / (last.done - first.done)) * ((last.at - first.at) / 1_000);
  return `yaklaşık ${inWords(seconds)} kaldı`;
}

const inWords = (seconds: number): string => (seconds < 90 ? `${Math.max(1, Math.round(seconds))} sn` : `${Math.round(seconds / 60)} dk`);
