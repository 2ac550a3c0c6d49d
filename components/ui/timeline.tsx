import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { Glyph, type GlyphName } from "@/components/ui/glyph.tsx";
import { type Tone, toneText } from "@/components/ui/tone.ts";

export type TimelineEvent = {
  id: string;
  tone: Tone;
  glyph: GlyphName;
  title: ReactNode;
  /** actor · source · link to the evidence */
  detail?: ReactNode;
  /** As shown: "17.03 10:58". */
  time: string;
  /** Machine form of the same instant. */
  dateTime?: string;
  /** Taken back later: kept, but struck through. */
  reversed?: boolean;
};

export function Timeline({ label, events }: { label: string; events: readonly TimelineEvent[] }) {
  return (
    <ol aria-label={label} className="small">
      {events.map((event, index) => (
        <li key={event.id} className="grid grid-cols-[0.8125rem_1fr_auto] gap-x-3">
          <span className="relative flex justify-center pt-1">
            <Glyph name={event.glyph} size={13} className={toneText[event.tone]} />
            {index < events.length - 1 ? <span aria-hidden="true" className="absolute top-5.5 bottom-0 w-px bg-line-strong" /> : null}
          </span>
          <span className={classNames("min-w-0", index < events.length - 1 && "pb-4")}>
            <span className={classNames("block font-medium", event.reversed && "text-ink-3 line-through")}>{event.title}</span>
            {event.detail ? <span className="block text-ink-2">{event.detail}</span> : null}
          </span>
          <time dateTime={event.dateTime} className="cap num pt-0.5">
            {event.time}
          </time>
        </li>
      ))}
    </ol>
  );
}
