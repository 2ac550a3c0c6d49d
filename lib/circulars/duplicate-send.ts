/**
 * The duplicate-send guard (product.md A15): a letter that says what an earlier one said, to institutions that had it
 * already, goes out again only with a reason. Judged by text or subject, and by the recipients both have.
 */
import { formatDate, formatNumber } from "../platform/locale/tr.ts";
import type { EarlierSend } from "./signing-contract.ts";

/** An office repeats its yearly letters; within a year the same letter is a slip unless somebody says why. */
export const duplicateDays = 365;

/** The earlier circular by date and number, how it is alike, and how many of the recipients it had. */
export function earlierSendInWords({ documentOn, documentNumber, sameText, shared, recipients }: EarlierSend): string {
  const likeness = sameText ? "metni aynı" : "konusu aynı";
  return `${formatDate(documentOn)} tarihli ve ${documentNumber} sayılı yazının ${likeness}; ortak muhatap: ${formatNumber(shared)} / ${formatNumber(recipients)}.`;
}
