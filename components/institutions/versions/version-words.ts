import type { ListVersionRow } from "@/lib/institutions/list-version-contract.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

export const versionName = (version: number): string => `${formatNumber(version)}. sürüm`;

/** "2 eklendi, 1 çıktı, 3 görev değişti, 4 sıra değişti": against the version before. */
export function changesInWords({ changes, origin }: Pick<ListVersionRow, "changes" | "origin">): string {
  if (!changes) return origin === "found" ? "Geçmiş bu sürümle başlar" : "Liste açıldı";
  const { added, removed, roles, moved, renamed } = changes;
  const parts = [
    added > 0 && `${formatNumber(added)} kurum eklendi`,
    removed > 0 && `${formatNumber(removed)} kurum çıktı`,
    roles > 0 && `${formatNumber(roles)} görev değişti`,
    moved > 0 && `${formatNumber(moved)} kurumun sırası değişti`,
    renamed && "adı değişti",
  ].filter((part) => part !== false);
  return parts.join(", ") || "Fark yok";
}

/** Who did it, and in which way. */
export function makerInWords({
  madeByName,
  origin,
  restoredVersion,
}: Pick<ListVersionRow, "madeByName" | "origin" | "restoredVersion">): string {
  const ways = {
    found: "Kimin yaptığı tutulmamış",
    form: "ekranda",
    file: "dosyadan",
    restore: `${versionName(restoredVersion ?? 1)} geri getirildi`,
  };
  return [madeByName, ways[origin]].filter(Boolean).join(", ");
}

export const versionInWords = (row: ListVersionRow): string => `${versionName(row.listVersion)}, ${formatDateTime(new Date(row.madeAt))}`;

export const versionsHref = (listId: string): string => `/institutions/lists/${listId}/versions`;
export const versionHref = (listId: string, version: number): string => `${versionsHref(listId)}/${version}`;
export const comparisonHref = (listId: string, from: number, to: number): string => `${versionsHref(listId)}/compare?from=${from}&to=${to}`;
