import { medianWait, timeSpan } from "@/components/circulars/board/board-times.ts";
import type { RecipientBoard } from "@/components/circulars/board/recipient-queries.ts";
import { Funnel, type FunnelStep } from "@/components/ui/progress.tsx";
import { durationInWords, withNumberSuffix } from "@/lib/platform/locale/tr.ts";

/** How far the letter has come: four bars against the same total. */
export function BoardFunnel({ board }: { board: Pick<RecipientBoard, "counts" | "rows"> }) {
  return <Funnel label="Yazının ulaştığı aşama" steps={stepsOf(board)} />;
}

function stepsOf({ counts, rows }: Pick<RecipientBoard, "counts" | "rows">): FunnelStep[] {
  const { total, submitted, delivered, read, deemedRead, acknowledged, byPhone, actionReported } = counts;
  const retried = rows.filter((row) => row.deliveredAt !== null && (row.tryCount > 1 || row.attempt > 1)).length;
  const median = medianWait(rows.map((row) => ({ from: row.deliveredAt, to: row.acknowledgedAt })));
  return [
    {
      label: "Gönderildi",
      total,
      count: submitted,
      parts: [{ count: submitted, fill: "blue" }],
      note: timeSpan(rows.map((row) => row.submittedAt)) ?? waitsFor(rows),
    },
    {
      label: "Ulaştı",
      total,
      count: delivered,
      parts: [
        { count: delivered, fill: "blue" },
        { count: counts.failed, fill: "red" },
      ],
      note: arrivalNote({ delivered, retried, failed: counts.failed }),
    },
    {
      label: "Okundu",
      total,
      count: read,
      parts: [
        { count: read, fill: "accent" },
        { count: deemedRead, fill: "amber" },
      ],
      note: deemedRead > 0 ? `ayrıca ${withNumberSuffix(deemedRead, "possessive")} okunmuş sayıldı` : "okunma delili gelenler",
    },
    {
      label: "Bilgi alındı",
      total,
      count: acknowledged,
      parts: [
        { count: acknowledged - byPhone, fill: "green" },
        { count: byPhone, fill: "blue" },
      ],
      note: answerNote(median, { acknowledged, byPhone, actionReported }),
    },
  ];
}

const waitsFor = (rows: RecipientBoard["rows"]): string =>
  rows.some(({ byFile }) => byFile) ? "dosyayla gönderilecek" : "sırada bekliyor";

function arrivalNote({ delivered, retried, failed }: { delivered: number; retried: number; failed: number }): string {
  if (failed > 0) return `${withNumberSuffix(failed, "dative")} ulaşmadı`;
  if (delivered === 0) return "henüz teslim delili yok";
  return retried > 0 ? `${withNumberSuffix(retried, "possessive")} sonraki denemede` : "ilk denemede";
}

type Answers = { acknowledged: number; byPhone: number; actionReported: number };

function answerNote(median: number | null, { acknowledged, byPhone, actionReported }: Answers): string {
  if (acknowledged === 0) return "henüz yanıt yok";
  const wait = median === null ? "" : `ortanca ${median < 60_000 ? "1 dakikadan az" : durationInWords(median)}`;
  const phone = byPhone > 0 ? `${withNumberSuffix(byPhone, "possessive")} telefonla` : "";
  const acted = actionReported > 0 ? `${withNumberSuffix(actionReported, "possessive")} gereğini yaptı` : "";
  return [wait, phone, acted].filter(Boolean).join(" · ");
}
