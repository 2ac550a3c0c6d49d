import { circularStateLooks } from "@/components/circulars/labels.ts";
import { currentReviews, lastReturn } from "@/components/circulars/record/reviews.ts";
import { Tag } from "@/components/ui/tag.tsx";
import type { CircularRecord } from "@/lib/circulars/contract.ts";

/** The state in the office's words, with how far the initials have come. */
export function CircularTag({ record }: { record: CircularRecord }) {
  const { word, tone, glyph } = circularStateLooks[record.state];
  if (lastReturn(record)) {
    return (
      <Tag tone="red" glyph="alert">
        Taslak (iade edildi)
      </Tag>
    );
  }
  const reviews = currentReviews(record);
  const initialled = reviews.filter(({ decision }) => decision === "initialled").length;
  return (
    <Tag tone={tone} glyph={glyph}>
      {record.state === "in_initials" ? `${word} (${initialled}/${reviews.length})` : word}
    </Tag>
  );
}
