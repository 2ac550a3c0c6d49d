"use client";
import { useState } from "react";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { addScan, type Scan, type ScanEntry, type ScanOutcome, type Verdict } from "@/components/cards/production/batch/scans.ts";
import { cardCount } from "@/components/cards/production/production-words.ts";
import { toastDone } from "@/components/ui/toast.tsx";
import { type BatchRecord, recordQuality } from "@/lib/cards/production-contract.ts";

/** What has been read and not written yet; writing takes all of it or nothing. */
export function useQualityCheck(batch: BatchRecord) {
  const check = useCardDeed(recordQuality);
  const [scans, setScans] = useState<Scan[]>([]);
  const [outcome, setOutcome] = useState<ScanOutcome>();
  const withVerdict = (verdict: Verdict) => scans.filter((scan) => scan.verdict === verdict);

  function take(entry: ScanEntry): ScanOutcome {
    const answer = addScan(scans, batch, entry);
    setOutcome(answer);
    if (answer.taken) setScans(answer.scans);
    return answer;
  }
  function takeRest() {
    const known = new Set(scans.map(({ serial }) => serial));
    const rest = batch.rows.flatMap(({ state, isInvalidated, serial }) =>
      state === "printed" && !isInvalidated && serial !== null && !known.has(serial) ? [serial] : [],
    );
    setOutcome(undefined);
    setScans([...scans, ...rest.map((serial) => ({ serial, verdict: "passed" as const, reason: "" }))]);
  }
  function write(witnessName: string) {
    const passed = withVerdict("passed").map(({ serial }) => String(serial));
    const failed = withVerdict("failed").map(({ serial, reason }) => ({ serial: String(serial), reason }));
    const done = () => {
      const spoiled = failed.length > 0 ? `, ${cardCount(failed.length)} bozuk ayrıldı` : "";
      toastDone(`${cardCount(passed.length)} denetimden geçti${spoiled}.`);
      setScans([]);
      setOutcome(undefined);
    };
    check.mutate({ batchId: batch.id, version: batch.version, passed, failed, witnessName }, { onSuccess: done });
  }
  function remove(serial: number) {
    setScans(scans.filter((scan) => scan.serial !== serial));
    setOutcome(undefined);
  }
  const counts = { passed: withVerdict("passed").length, failed: withVerdict("failed").length };
  return { scans, counts, outcome, take, takeRest, write, remove, error: check.error, isPending: check.isPending };
}
