import { personCheckDigits, taxCheckDigit } from "../../lib/permits/identity-numbers.ts";

/** A foreigner's and an employer's number that are never issued, others in each call. */
export function inventedNumbers(): { foreignerId: string; taxNumber: string } {
  const eight = String(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0)
    .padStart(8, "0")
    .slice(-8);
  const person = `0${eight}`;
  const tax = `000${eight.slice(-6)}`;
  return { foreignerId: person + personCheckDigits(person), taxNumber: tax + taxCheckDigit(tax) };
}
