// What the receiver found in each box, before it is written: the sums of the check page (L4).
import { type Numbered, readRanges } from "@/components/cards/ledger/range-text.ts";
import type { BoxReceipt } from "@/lib/cards/ledger-contract.ts";
import type { SerialRange, ShipmentBox } from "@/lib/cards/ledger-rows.ts";
import { common, countOf } from "@/lib/cards/serial-ranges.ts";

export type BoxFinding = { outcome: "received" | "absent" | "short" | null; missing: string };
export type Findings = Readonly<Record<number, BoxFinding>>;

export const notLooked: BoxFinding = { outcome: null, missing: "" };

export type BoxResult = { box: ShipmentBox; finding: BoxFinding; missing: SerialRange[]; complaint?: string };

export function resultOf(box: ShipmentBox, finding: BoxFinding, series: Numbered): BoxResult {
  const whole = { first: box.first, last: box.last };
  if (finding.outcome === "absent") return { box, finding, missing: [whole] };
  if (finding.outcome !== "short") return { box, finding, missing: [] };
  const { ranges, complaint } = readRanges(finding.missing, series);
  if (complaint) return { box, finding, missing: [], complaint };
  if (ranges.length === 0) return { box, finding, missing: [], complaint: "Kolide olmayan numaraları yazın." };
  if (countOf(common(ranges, [whole])) !== countOf(ranges))
    return { box, finding, missing: [], complaint: "Yazılan numaralar bu kolinin değil." };
  return { box, finding, missing: ranges };
}

export type ReceiptSums = { openBoxes: number; receivedCount: number; missing: SerialRange[]; missingCount: number };

export function sumsOf(results: readonly BoxResult[]): ReceiptSums {
  const looked = results.filter(({ finding }) => finding.outcome !== null);
  const missing = looked.flatMap((result) => result.missing);
  const missingCount = countOf(missing);
  const seen = looked.reduce((sum, { box }) => sum + box.quantity, 0);
  return { openBoxes: results.length - looked.length, receivedCount: seen - missingCount, missing, missingCount };
}

/** As the command takes it. */
export const receiptOf = ({ box, finding, missing }: BoxResult): BoxReceipt => ({
  number: box.number,
  outcome: finding.outcome === "absent" ? "absent" : "received",
  missing: finding.outcome === "short" ? missing : [],
});
