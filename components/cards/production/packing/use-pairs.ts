"use client";
import { useState } from "react";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { cardCount } from "@/components/cards/production/production-words.ts";
import { toastDone } from "@/components/ui/toast.tsx";
import { type PackableCard, packCards } from "@/lib/cards/manifest-contract.ts";

export type Pair = { serialNumber: string; barcode: string };
export type PairComplaint = { at: "serial" | "barcode"; text: string };

export const bare = (typed: string): string => typed.toUpperCase().replaceAll(/[\s.-]/g, "");

/** Cards and envelopes that have been read together and not written yet. */
export function usePairs(cards: readonly PackableCard[]) {
  const pack = useCardDeed(packCards);
  const [pairs, setPairs] = useState<Pair[]>([]);
  const [complaint, setComplaint] = useState<PairComplaint>();

  /** Answers whether it is a card that waits for its envelope. */
  function judgeSerial(serial: string): boolean {
    const text = serialFault(cards, pairs, bare(serial));
    setComplaint(text === null ? undefined : { at: "serial", text });
    return text === null;
  }
  /** Answers with the field that is wrong where the pair was not taken. */
  function add(serial: string, barcode: string): PairComplaint["at"] | null {
    if (!judgeSerial(serial)) return "serial";
    const text = barcodeFault(pairs, bare(barcode));
    setComplaint(text === null ? undefined : { at: "barcode", text });
    if (text === null) setPairs([...pairs, { serialNumber: bare(serial), barcode: bare(barcode) }]);
    return text === null ? null : "barcode";
  }
  function write() {
    const done = ({ packed, unusual }: { packed: number; unusual: string[] }) => {
      const warning = unusual.length > 0 ? `; ${unusual.length} barkod uluslararası biçimde değil` : "";
      toastDone(`${cardCount(packed)} paketlendi${warning}.`);
      setPairs([]);
    };
    pack.mutate({ pairs }, { onSuccess: done });
  }
  const remove = (serialNumber: string) => setPairs(pairs.filter((pair) => pair.serialNumber !== serialNumber));
  return { pairs, complaint, judgeSerial, add, write, remove, error: pack.error, isPending: pack.isPending };
}

function serialFault(cards: readonly PackableCard[], pairs: readonly Pair[], serialNumber: string): string | null {
  if (serialNumber === "") return "Önce kartın seri numarasını okutun.";
  if (pairs.some((pair) => pair.serialNumber === serialNumber)) return "Bu kart zaten okutuldu.";
  // The page knows the first five hundred; beyond them the server judges.
  const isKnown = cards.length >= 500 || cards.some((card) => card.serialNumber === serialNumber);
  return isKnown ? null : `${serialNumber} paketlenmeyi bekleyen bir kart değil; alınmadı.`;
}

function barcodeFault(pairs: readonly Pair[], barcode: string): string | null {
  if (!/^[A-Z0-9]{8,20}$/.test(barcode)) return "Barkod 8–20 harf ve rakamdır.";
  return pairs.some((pair) => pair.barcode === barcode) ? "Bu barkod başka bir karta okutuldu." : null;
}
