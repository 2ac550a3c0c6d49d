import { typedSerial } from "@/lib/cards/batch.ts";
import type { BatchLine, BatchRecord } from "@/lib/cards/production-contract.ts";
import { rangeText } from "@/lib/cards/serial-ranges.ts";

export type Verdict = "passed" | "failed";
export type Scan = { serial: number; verdict: Verdict; reason: string };
export type ScanEntry = { typed: string; verdict: Verdict; reason: string };

/** Taken with the list as it is now, or refused with the field that is wrong. */
export type ScanOutcome = { taken: true; scans: Scan[]; text: string } | { taken: false; at: "serial" | "reason"; text: string };

/** A serial as it was read, judged at once: the hand is still on the card. */
export function addScan(scans: readonly Scan[], batch: BatchRecord, { typed, verdict, reason }: ScanEntry): ScanOutcome {
  if (verdict === "failed" && reason.trim().length < 5) return refused("Önce neden bozuk olduğunu yazın.", "reason");
  if (typed.trim() === "") return refused("Kartın seri numarasını okutun.");
  const serial = typedSerial(typed, batch.series, batch.digits);
  if (serial === null) return refused(`“${typed.trim()}” ${batch.series} serisinin numarası değil; alınmadı.`);
  const name = nameOf(batch, serial);
  const row = batch.rows.find((one) => one.serial === serial);
  if (!row) return refused(`${name} bu partide yok; kartı ayırın. Alınmadı.`);
  if (scans.some((scan) => scan.serial === serial)) return refused(`${name} zaten listede.`);
  const fault = faultOf(row, verdict);
  if (fault) return refused(`${name}: ${fault}`);
  const scan = { serial, verdict, reason: verdict === "failed" ? reason.trim() : "" };
  return { taken: true, scans: [...scans, scan], text: `${name} ${verdict === "passed" ? "geçti" : "bozuk"} diye alındı.` };
}

export const nameOf = ({ series, digits }: Pick<BatchRecord, "series" | "digits">, serial: number): string =>
  rangeText(series, { first: serial, last: serial }, digits);

function refused(text: string, at: "serial" | "reason" = "serial"): ScanOutcome {
  return { taken: false, at, text };
}

function faultOf({ state, isInvalidated }: BatchLine, verdict: Verdict): string | null {
  if (state === "qc_pass" || state === "qc_fail") return "denetimi daha önce yazılmış.";
  if (state !== "printed") return "NVİ bu kartın basıldığını bildirmedi.";
  return verdict === "passed" && isInvalidated ? "izni sona erdi; bozuk olarak ayırın." : null;
}
