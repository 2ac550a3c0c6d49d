"use client";
import { useQuery } from "@tanstack/react-query";
import { circularQueries } from "@/components/circulars/circular-queries.ts";
import { gathered, timelineWords } from "@/components/circulars/record/timeline-words.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Timeline } from "@/components/ui/timeline.tsx";
import type { CircularRecord } from "@/lib/circulars/contract.ts";
import { formatDate, formatTime } from "@/lib/platform/locale/tr.ts";

/** Newest first: what happened last is what one came to see. */
export function TimelinePanel({ record }: { record: CircularRecord }) {
  const query = useQuery(circularQueries.timeline(record));
  return (
    <Panel title="Yazının geçmişi">
      <LoadState query={query} what="Yazının geçmişi">
        {({ entries }) => (
          <Timeline
            label="Yazının geçmişi"
            events={gathered(entries)
              .reverse()
              .map((entry) => {
                const { title, detail, tone, glyph } = timelineWords(entry);
                const at = new Date(entry.at);
                return {
                  id: entry.id,
                  title: entry.times > 1 ? `${title} (${entry.times} kez)` : title,
                  detail: [entry.actorName, recipientNames(record, entry.recipientIds), detail].filter(Boolean).join(" · "),
                  tone,
                  glyph,
                  time: `${formatDate(at).slice(0, 5)} ${formatTime(at)}`,
                  dateTime: entry.at,
                };
              })}
          />
        )}
      </LoadState>
    </Panel>
  );
}

/** One name, or how many; a recipient that left the draft long ago has none any more. */
function recipientNames({ recipients }: CircularRecord, ids: readonly string[]): string {
  const names = recipients.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return names.length > 2 ? `${names.length} kurum` : names.join(", ");
}
