"use client";
import { useQuery } from "@tanstack/react-query";
import { circularQueries } from "@/components/circulars/circular-queries.ts";
import { lastReturn } from "@/components/circulars/record/reviews.ts";
import { Banner } from "@/components/ui/banner.tsx";
import type { CircularRecord } from "@/lib/circulars/contract.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

/** Why the letter came back; stays until it is submitted again. */
export function ReturnedBanner({ record, className }: { record: CircularRecord; className?: string }) {
  const review = lastReturn(record);
  if (!review) return null;
  const at = review.decidedAt ? ` ${formatDateTime(new Date(review.decidedAt))}.` : "";
  return (
    <Banner tone="red" title={`${review.person.name} iade etti.`} className={className ?? ""}>
      {at} <q className="text-ink">{review.comment}</q> Düzeltip yeniden sunduğunuzda paraf sırası baştan başlar.
    </Banner>
  );
}

/** A withdrawn letter says by whom and why; the number, if any, keeps its fate in the register. */
export function WithdrawnBanner({ record }: { record: CircularRecord }) {
  const { data } = useQuery({ ...circularQueries.timeline(record), enabled: record.state === "withdrawn" });
  const entry = data?.entries.findLast(({ action }) => action === "circular.withdrawn");
  if (record.state !== "withdrawn") return null;
  const reason = typeof entry?.payload.reason === "string" ? entry.payload.reason : null;
  return (
    <Banner tone="grey" title="Yazı geri çekildi; gönderilmeyecek.">
      {entry ? `${entry.actorName}, ${formatDateTime(new Date(entry.at))}. ` : ""}
      {reason ? <q className="text-ink">{reason}</q> : null}
      {record.document ? ` ${record.document.documentNumber} sayısı kayıtta kalır, yeniden kullanılmaz.` : ""}
    </Banner>
  );
}
