"use client";
import { dayAndTime } from "@/components/circulars/board/board-times.ts";
import type { GlyphName } from "@/components/ui/glyph.tsx";
import { Timeline, type TimelineEvent } from "@/components/ui/timeline.tsx";
import type { Tone } from "@/components/ui/tone.ts";
import type { DeliveryEvent } from "@/lib/circulars/delivery-contract.ts";

export type RecipientTimelineProps = {
  events: readonly DeliveryEvent[];
  deemedReadAt: string | null;
  chosenId: string | null;
  onChoose: (evidenceId: string) => void;
};

const glyphs: Record<Tone, GlyphName> = { green: "done", blue: "half", amber: "waiting", red: "alert", grey: "empty" };

/** The way to one recipient, the latest first; what rests on evidence leads to it. */
export function RecipientTimeline({ events, deemedReadAt, chosenId, onChoose }: RecipientTimelineProps) {
  const shown = events.map((event, index): TimelineEvent => {
    const { evidenceId } = event;
    const isDeemed = deemedReadAt !== null && event.at === deemedReadAt && event.tone === "amber";
    return {
      id: `${event.at} ${index}`,
      tone: event.tone,
      glyph: isDeemed ? "deemed" : glyphs[event.tone],
      title: event.sentence,
      detail: (
        <>
          <span className="block [overflow-wrap:anywhere]">{event.detail}</span>
          {evidenceId ? <EvidenceLink isChosen={evidenceId === chosenId} onChoose={() => onChoose(evidenceId)} /> : null}
        </>
      ),
      time: dayAndTime(new Date(event.at)),
      dateTime: event.at,
    };
  });
  return <Timeline label="Muhataba giden yol, en yenisi üstte" events={shown.toReversed()} />;
}

function EvidenceLink({ isChosen, onChoose }: { isChosen: boolean; onChoose: () => void }) {
  return (
    <button type="button" aria-pressed={isChosen} onClick={onChoose} className={isChosen ? "font-medium text-ink-3" : "link"}>
      {isChosen ? "Delil aşağıda" : "Delili göster"}
    </button>
  );
}
