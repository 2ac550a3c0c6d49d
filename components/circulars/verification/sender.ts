import { titleTr, upperTr } from "@/lib/platform/locale/tr.ts";

/** A letter's heading as one line of running text: "T.C." opens every heading and names nobody. */
export function senderOf(heading: readonly string[]): string {
  return heading
    .filter((line) => line !== "T.C.")
    .map((line) => (line === upperTr(line) ? titleTr(line) : line))
    .join(", ");
}
