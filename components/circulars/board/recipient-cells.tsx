import { Hand, Mail, MailCheck, Package } from "lucide-react";
import { isFailed } from "@/components/circulars/board/board-groups.ts";
import { boardTime } from "@/components/circulars/board/board-times.ts";
import { fileDeliveryLook, handDeliveryLook, phoneLooks, recipientStateLooks, type StateLook } from "@/components/circulars/labels.ts";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import type { BoardRow } from "@/lib/circulars/delivery-contract.ts";
import { channelLabels } from "@/lib/institutions/labels.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

/** Per column: do all its times fall on one day. */
export type ClockOnly = { submitted: boolean; delivered: boolean; read: boolean; acknowledged: boolean; actionReported: boolean };

type CellProps = { row: BoardRow; clockOnly: ClockOnly };

const icons = { kep: MailCheck, email: Mail, hand: Hand, post: Package };

export function ChannelCell({ channel }: Pick<BoardRow, "channel">) {
  if (channel === null) return <span className="text-ink-3">Kanalı yok</span>;
  const Icon = icons[channel];
  return (
    <span className="st text-ink-2">
      <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
      {channelLabels[channel]}
    </span>
  );
}

const beforeHandOver = new Set<BoardRow["state"]>(["planned", "claimed", "retrying", "outcome_unknown"]);

export function SubmittedCell({ row, clockOnly }: CellProps) {
  if (row.submittedAt) {
    return (
      <span className="num">
        {boardTime(row.submittedAt, clockOnly.submitted)} {row.deliveredAt ? null : <TriesTag row={row} />}
      </span>
    );
  }
  return beforeHandOver.has(row.state) || row.state === "stopped" ? <Look look={lookOf(row)} /> : <Nothing />;
}

export function DeliveredCell({ row, clockOnly }: CellProps) {
  if (row.deliveredAt) {
    return (
      <span className="num">
        {boardTime(row.deliveredAt, clockOnly.delivered)} <TriesTag row={row} />
      </span>
    );
  }
  if (isFailed(row)) return <Look look={lookOf(row)} />;
  if (row.state === "accepted") return <Look look={recipientStateLooks.accepted} />;
  return row.channel === "email" && row.submittedAt ? <Unprovable /> : <Nothing />;
}

/** An empty cell would look like waiting for evidence that never comes. */
function Unprovable() {
  return (
    <span className="text-ink-3" title="E-postanın ulaştığının delili olmaz; kurumun bilgi alındı beyanı beklenir.">
      Delili olmaz
    </span>
  );
}

export function ReadCell({ row, clockOnly }: CellProps) {
  if (row.readAt) return <DoneAt instant={row.readAt} clockOnly={clockOnly.read} />;
  if (row.deemedReadAt) {
    return (
      <StateWord tone="amber" glyph="deemed" className="num">
        Sayıldı {boardTime(row.deemedReadAt, clockOnly.read)}
      </StateWord>
    );
  }
  if (!row.deliveredAt) return <Nothing />;
  return (
    <StateWord tone="grey" glyph="empty">
      Okunmadı
    </StateWord>
  );
}

export function AcknowledgedCell({ row, clockOnly }: CellProps) {
  if (row.acknowledgedAt)
    return <DoneAt instant={row.acknowledgedAt} clockOnly={clockOnly.acknowledged} byPhone={row.acknowledgedByPhone} />;
  if (row.actionReportedAt) return <Look look={recipientStateLooks.action_reported} />;
  if (row.waivedAt) return <Look look={{ ...recipientStateLooks.waived, word: "Vazgeçildi" }} />;
  return row.silent && row.promisedOn ? <PromisedOn day={row.promisedOn} /> : <Nothing />;
}

export function ActionCell({ row, clockOnly }: CellProps) {
  if (row.actionReportedAt) {
    return <DoneAt instant={row.actionReportedAt} clockOnly={clockOnly.actionReported} byPhone={row.actionReportedByPhone} />;
  }
  if (row.role === "action" && row.acknowledgedAt && !row.waivedAt) {
    return row.promisedOn ? <PromisedOn day={row.promisedOn} /> : <span className="text-ink-2">Bekleniyor</span>;
  }
  if (row.role === "action") return <Nothing />;
  return <span className="text-ink-3">Bilgi için</span>;
}

/** A phone has room for one thing: where the recipient stands, and since when. */
export function StandingCell({ row, clockOnly }: CellProps) {
  const look = lookOf(row);
  const since = sinceOf(row);
  return (
    <StateWord tone={look.tone} glyph={look.glyph} className="num">
      {look.word}
      {since ? ` ${boardTime(since, clockOnly.submitted && clockOnly.read && clockOnly.acknowledged)}` : ""}
    </StateWord>
  );
}

/** By hand nothing is queued; the word of the state is the wire's. By telephone it is nobody's click. */
export function lookOf(row: BoardRow): StateLook {
  const byHand = row.channel === "hand" || row.channel === "post";
  if (row.state === "acknowledged" && row.acknowledgedByPhone && !row.actionReportedAt) return phoneLooks.acknowledged;
  if (row.state === "action_reported" && row.actionReportedByPhone) return phoneLooks.action_reported;
  if (byHand && beforeHandOver.has(row.state)) return handDeliveryLook;
  return row.byFile && row.state === "planned" ? fileDeliveryLook : recipientStateLooks[row.state];
}

function sinceOf(row: BoardRow): string | null {
  if (row.state === "deemed_read") return row.deemedReadAt;
  return row.waivedAt ?? row.actionReportedAt ?? row.acknowledgedAt ?? row.readAt ?? row.deliveredAt ?? row.submittedAt;
}

function DoneAt({ instant, clockOnly, byPhone = false }: { instant: string; clockOnly: boolean; byPhone?: boolean }) {
  if (byPhone) {
    return (
      <StateWord tone="blue" glyph="phone">
        Telefonla <span className="num text-ink">{boardTime(instant, clockOnly)}</span>
      </StateWord>
    );
  }
  return (
    <StateWord tone="green" glyph="done">
      <span className="num text-ink">{boardTime(instant, clockOnly)}</span>
    </StateWord>
  );
}

function Look({ look }: { look: StateLook }) {
  return (
    <StateWord tone={look.tone} glyph={look.glyph}>
      {look.word}
    </StateWord>
  );
}

/** What was promised on the telephone; the answer itself is still awaited. */
function PromisedOn({ day }: { day: string }) {
  return (
    <span title={`Telefonda ${formatDate(day)} tarihine kadar yanıt vereceğini söyledi`}>
      <StateWord tone="amber" glyph="phone" className="num">
        {formatDate(day).slice(0, 5)} için söz
      </StateWord>
    </span>
  );
}

function Nothing() {
  return <span className="text-ink-off">–</span>;
}

/** "2." beside a time: reached at the second attempt. */
function TriesTag({ row }: { row: BoardRow }) {
  const ordinal = Math.max(row.tryCount, row.attempt);
  if (ordinal < 2) return null;
  return (
    <span title={`${ordinal}. denemede`}>
      <Tag tone="amber" className="num">
        {ordinal}.<span className="sr-only"> denemede</span>
      </Tag>
    </span>
  );
}
