import type { Tone } from "@/components/ui/tone.ts";
import { AppError } from "@/lib/platform/errors.ts";
import type { ImportOutcome, ImportState } from "@/lib/platform/import/run-contract.ts";

export const importStateLabels: Record<ImportState, string> = {
  uploaded: "Sütunlar eşleştirilecek",
  checking: "Denetleniyor",
  checked: "Onay bekliyor",
  committing: "Aktarılıyor",
  committed: "Aktarıldı",
  failed: "Tamamlanamadı",
  abandoned: "Vazgeçildi",
};

export const importStateTones: Record<ImportState, Tone> = {
  uploaded: "grey",
  checking: "blue",
  checked: "amber",
  committing: "blue",
  committed: "green",
  failed: "red",
  abandoned: "grey",
};

const planned: Record<ImportOutcome, string> = {
  new: "Yeni",
  changed: "Değişecek",
  same: "Aynı",
  invalid: "Hatalı",
  duplicate: "Yinelenen",
};

/** What would happen to a row, and once the file has been taken over, what did. */
export function outcomeLabels(state: ImportState): Record<ImportOutcome, string> {
  return state === "committed" ? { ...planned, new: "Eklenen", changed: "Değişen" } : planned;
}

export const problemText = (error: unknown): string =>
  error instanceof AppError ? error.message : "İşlem tamamlanamadı. Yeniden deneyin.";
