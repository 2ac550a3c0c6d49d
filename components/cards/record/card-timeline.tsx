"use client";
import { useState } from "react";
import { axisLabels, eventLook, reportLook } from "@/components/cards/record/card-words.ts";
import { Chip, ChipRow } from "@/components/ui/chip.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Timeline, type TimelineEvent } from "@/components/ui/timeline.tsx";
import type { CardEventRow, CardRecord, CarrierReportRow } from "@/lib/cards/card-contract.ts";
import type { CardAxis } from "@/lib/cards/card-history.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

type Told = TimelineEvent & { axis: CardAxis; dateTime: string };

/** The life of the card by axis; a report of PTT that was taken back stays, struck through. */
export function CardTimeline({ card }: { card: CardRecord }) {
  const [axis, setAxis] = useState<CardAxis | null>(null);
  const [isOldestFirst, setOldestFirst] = useState(false);
  const told = toldOf(card);
  const axes = (Object.keys(axisLabels) as CardAxis[]).filter((each) => told.some((one) => one.axis === each));
  const shown = axis === null ? told : told.filter((one) => one.axis === axis);
  return (
    <Panel
      title={
        <>
          Geçmiş <span className="num font-normal text-ink-3">{told.length} olay</span>
        </>
      }
      aside={
        <button type="button" className="link" onClick={() => setOldestFirst(!isOldestFirst)}>
          {isOldestFirst ? "Yeniden eskiye" : "Eskiden yeniye"}
        </button>
      }
    >
      {axes.length > 1 ? (
        <ChipRow label="Geçmişi süz" className="mb-3">
          <Chip on={axis === null} count={told.length} onClick={() => setAxis(null)}>
            Tümü
          </Chip>
          {axes.map((each) => (
            <Chip key={each} on={axis === each} count={told.filter((one) => one.axis === each).length} onClick={() => setAxis(each)}>
              {axisLabels[each]}
            </Chip>
          ))}
        </ChipRow>
      ) : null}
      <Timeline label="Kartın geçmişi" events={isOldestFirst ? shown.toReversed() : shown} />
    </Panel>
  );
}

/** Newest first. What PTT's reports say themselves is not said twice. */
function toldOf({ id, events, reports }: CardRecord): Told[] {
  const own = events.filter(({ kind }) => kind !== "carrier_reported" || reports.length === 0).map((event) => toldEvent(id, event));
  const carried = reports.map((report) => toldReport(report, reports));
  return [...own, ...carried].sort((a, b) => b.dateTime.localeCompare(a.dateTime));
}

function toldEvent(cardId: string, event: CardEventRow): Told {
  const { actorName, approvedBy, reason, file } = event;
  const words = [actorName, approvedBy ? `ikinci kişi: ${approvedBy}` : "", reason ?? ""].filter(Boolean).join(" · ");
  const detail = file ? (
    <>
      {words} ·{" "}
      <a href={`/api/cards/${cardId}/files/${file.id}`} download={file.name} className="link">
        Belge: {file.name}
      </a>
    </>
  ) : (
    words
  );
  return { id: event.id, axis: event.axis, ...eventLook(event), detail, time: formatDateTime(new Date(event.at)), dateTime: event.at };
}

function toldReport(report: CarrierReportRow, reports: readonly CarrierReportRow[]): Told {
  const by = reports.find(({ id }) => id === report.reversedById);
  const detail = [`PTT, kod ${report.code}`, report.branch, by ? `PTT geri aldı (kod ${by.code})` : ""].filter(Boolean).join(" · ");
  const time = formatDateTime(new Date(report.at));
  return {
    id: report.id,
    axis: "whereabouts",
    ...reportLook(report),
    detail,
    time,
    dateTime: report.at,
    reversed: report.reversedById !== null,
  };
}
