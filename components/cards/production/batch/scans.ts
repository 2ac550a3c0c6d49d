import { typedSerial } from "@/lib/cards/batch.ts";
import type { BatchRecord } from "@/lib/cards/production-contract.ts";

export type Verdict = "passed" | "failed";
export type Scan = { serial: number; verdict: Verdict; reason: string };

type Outcome = { scans: Scan[] | null; complaint: string | undefined };
type Entry = { typed: string; verdict: Verdict; reason: string };

const refused = (complaint: string): Outcome => ({ scans: null, complaint });

/** A serial as it was read, judged at once: the hand is still on the card. */
export function addScan(scans: readonly Scan[], batch: BatchRecord, { typed, verdict, reason }: Entry): Outcome {
  const serial = typedSerial(typed, batch.series, batch.digits);
  if (serial === null) return refused(`“${typed}” bir seri numarası değil.`);
  const row = batch.rows.find((one) => one.serial === serial);
  if (!row) return refused(`${serial} bu partinin numarası değil.`);
  if (scans.some((scan) => scan.serial === serial)) return refused(`${serial} zaten okutuldu.`);
  if (row.state === "qc_pass" || row.state === "qc_fail") return refused(`${serial} numaranın denetimi yazılmış.`);
  if (row.state !== "printed") return refused(`${serial}: NVİ bu kartın basıldığını bildirmedi.`);
  if (verdict === "passed" && row.isInvalidated) return refused(`${serial}: izni sona erdi; bozuk olarak ayırın.`);
  if (verdict === "failed" && reason.trim().length < 5) return refused("Önce neden bozuk olduğunu yazın.");
  return { scans: [...scans, { serial, verdict, reason: verdict === "failed" ? reason.trim() : "" }], complaint: undefined };
}
