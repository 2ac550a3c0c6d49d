import type { countChangedPermits } from "@/lib/permits/contract.ts";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** So much has changed in the whole list that the view's own part of it was not looked for to the end. */
const uncounted = { figure: "+?", words: "Son bakışınızdan beri listede 5.000 kayıttan çoğu değişti; bu görünümdekiler sayılmadı." };

/** What is new, as a figure on the view's tab and in a sentence; null where nothing is. */
export function freshText(fresh: OutputOf<typeof countChangedPermits> | undefined): { figure: string; words: string } | null {
  if (!fresh || (fresh.changed === 0 && !fresh.isAtLeast)) return null;
  if (fresh.changed === 0) return uncounted;
  const count = formatNumber(fresh.changed);
  return {
    figure: `+${count}${fresh.isAtLeast ? " ve üstü" : ""}`,
    words: `Son bakışınızdan beri ${fresh.isAtLeast ? "en az " : ""}${count} kayıt eklendi ya da değişti.`,
  };
}
