// A card as the record says it: three axes that never share a field (B16). What the calendar makes of its validity is
// computed for a day and never stored (domain.md §3).
import type { CardValidity, StoredValidity } from "./contract.ts";

/** What a card is worth on a legal day; the database's `card_validity_on` is the same rule. A card is never invalid for being old (X4). */
export function validityOn(
  { validity, validFrom, validTo }: { validity: StoredValidity; validFrom: string; validTo: string | null },
  day: string,
): CardValidity {
  if (validity !== "active") return validity;
  if (day < validFrom) return "not_yet";
  if (validTo !== null && day > validTo) return "expired";
  return "valid";
}
