"use client";
import Link from "next/link";
import { useState } from "react";
import { changedValue, type EventGroup, eventGroupLabels, eventLooks, permitFieldLabel } from "@/components/permits/record/event-words.ts";
import { Chip, ChipRow } from "@/components/ui/chip.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Timeline } from "@/components/ui/timeline.tsx";
import type { PermitEventRow, PermitRecord } from "@/lib/permits/contract.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

export type TimelinePanelProps = {
  record: PermitRecord;
  /** Where the bytes of an evidence file are. */
  fileHref: (fileId: string) => string;
};

/** The life of the permit: who did what, why, with which evidence; newest first unless asked. */
export function TimelinePanel({ record, fileHref }: TimelinePanelProps) {
  const [group, setGroup] = useState<EventGroup | null>(null);
  const [isOldestFirst, setOldestFirst] = useState(false);
  const newestFirst = [...record.events].sort((a, b) => b.at.localeCompare(a.at));
  const ordered = isOldestFirst ? newestFirst.reverse() : newestFirst;
  const groups = (Object.keys(eventGroupLabels) as EventGroup[]).filter((name) => countOf(ordered, name) > 0);
  const shown = group === null ? ordered : ordered.filter(({ kind }) => eventLooks[kind].group === group);
  return (
    <Panel
      title={
        <>
          Geçmiş <span className="num font-normal text-ink-3">{record.events.length} olay</span>
        </>
      }
      aside={
        <button type="button" className="link" onClick={() => setOldestFirst(!isOldestFirst)}>
          {isOldestFirst ? "Yeniden eskiye" : "Eskiden yeniye"}
        </button>
      }
    >
      {groups.length > 1 ? (
        <ChipRow label="Geçmişi süz" className="mb-3">
          <Chip on={group === null} count={ordered.length} onClick={() => setGroup(null)}>
            Tümü
          </Chip>
          {groups.map((name) => (
            <Chip key={name} on={group === name} count={countOf(ordered, name)} onClick={() => setGroup(name)}>
              {eventGroupLabels[name]}
            </Chip>
          ))}
        </ChipRow>
      ) : null}
      <Timeline
        label="İznin geçmişi"
        events={shown.map((event) => {
          const { title, tone, glyph } = eventLooks[event.kind];
          return {
            id: event.id,
            title,
            tone,
            glyph,
            detail: <EventDetail event={event} fileHref={fileHref} />,
            time: formatDateTime(new Date(event.at)),
            dateTime: event.at,
          };
        })}
      />
    </Panel>
  );
}

const countOf = (events: readonly PermitEventRow[], group: EventGroup): number =>
  events.filter(({ kind }) => eventLooks[kind].group === group).length;

function EventDetail({ event, fileHref }: { event: PermitEventRow; fileHref: (fileId: string) => string }) {
  const { actorName, approvedBy, reason, relatedPermit, file, changes } = event;
  return (
    <>
      <span className="block">
        {actorName}
        {approvedBy ? ` · ikinci kişi: ${approvedBy}` : ""}
        {reason ? ` · gerekçe: ${reason}` : ""}
        {relatedPermit ? (
          <>
            {" · "}
            <Link href={`/permits/${relatedPermit.id}`} className="link">
              İzin {relatedPermit.number}
            </Link>
          </>
        ) : null}
        {file ? (
          <>
            {" · "}
            <a href={fileHref(file.id)} download={file.name} className="link">
              Belge: {file.name}
            </a>
          </>
        ) : null}
      </span>
      {event.kind === "amended" || event.kind === "transferred" ? <Changes changes={changes} /> : null}
    </>
  );
}

/** Before → after; a personal field says that it changed and keeps its values. */
function Changes({ changes }: Pick<PermitEventRow, "changes">) {
  if (changes.length === 0) return null;
  return (
    <span className="mt-1 block">
      {changes.map(({ field, before, after }) => (
        <span key={field} className="block">
          <span className="text-ink-3">{permitFieldLabel(field)}: </span>
          {before === null && after === null ? (
            "değiştirildi (değerler gizli)"
          ) : (
            <>
              <del>{changedValue(field, before)}</del> <span aria-hidden="true">→</span>{" "}
              <ins className="no-underline">{changedValue(field, after)}</ins>
            </>
          )}
        </span>
      ))}
    </span>
  );
}
