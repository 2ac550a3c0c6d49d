"use client";
import { useQuery } from "@tanstack/react-query";
import { Phone, ShieldAlert, ShieldCheck } from "lucide-react";
import { useRef, useState } from "react";
import { MailboxLink } from "@/components/access/mailbox-link.tsx";
import { lookOf } from "@/components/circulars/board/recipient-cells.tsx";
import { type RecipientBoard, type RecipientRecord, recipientQueries } from "@/components/circulars/board/recipient-queries.ts";
import { ChannelOrder } from "@/components/circulars/evidence/channel-order.tsx";
import { DeclarationList } from "@/components/circulars/evidence/declaration-list.tsx";
import { EvidenceDetails } from "@/components/circulars/evidence/evidence-details.tsx";
import { PhoneAnswerList } from "@/components/circulars/evidence/phone-answer-list.tsx";
import { RecipientActions } from "@/components/circulars/evidence/recipient-actions.tsx";
import { RecipientTimeline } from "@/components/circulars/evidence/recipient-timeline.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Drawer } from "@/components/ui/drawer.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import type { BoardRow, EvidenceRow } from "@/lib/circulars/delivery-contract.ts";
import { roleLabels } from "@/lib/institutions/labels.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

export type EvidenceDrawerProps = {
  circular: RecipientBoard["circular"];
  row: BoardRow;
  total: number;
  onPrevious?: () => void;
  onNext?: () => void;
  onClose: () => void;
};

/** One recipient: where they stand, what may be done, and every piece of evidence with its digest. */
export function EvidenceDrawer({ circular, row, total, ...moves }: EvidenceDrawerProps) {
  const query = useQuery(recipientQueries.record(circular.id, row));
  return (
    <Drawer
      title={row.name}
      meta={`${row.position} / ${total} · ${roleLabels[row.role]}${row.address ? ` · ${row.address}` : ""}`}
      foot={query.data ? <DigestCheck evidence={query.data.evidence} /> : undefined}
      {...moves}
    >
      <Standing row={row} />
      <LoadState query={query} what="Muhatabın delilleri" lines={6}>
        {(record) => <RecordBody key={row.id} circular={circular} row={row} record={record} />}
      </LoadState>
    </Drawer>
  );
}

function RecordBody({ circular, row, record }: { circular: RecipientBoard["circular"]; row: BoardRow; record: RecipientRecord }) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const details = useRef<HTMLDivElement>(null);
  function choose(evidenceId: string) {
    setChosenId(evidenceId);
    details.current?.scrollIntoView({ block: "nearest" });
  }
  const chosen = record.evidence.find((evidence) => evidence.id === chosenId) ?? latestOf(record.evidence);
  return (
    <div className="mt-4 space-y-5">
      <RecipientActions circular={circular} row={row} allowed={record.allowedActions} />
      {record.declarations.length > 0 ? <DeclarationList declarations={record.declarations} /> : null}
      {record.phoneAnswers.length > 0 ? (
        <PhoneAnswerList
          circularId={circular.id}
          row={row}
          answers={record.phoneAnswers}
          mayReverse={record.allowedActions.includes("reverse_phone_answer")}
        />
      ) : null}
      {record.channels.length > 1 ? <ChannelOrder channels={record.channels} /> : null}
      <section aria-labelledby="recipient-events">
        <h3 id="recipient-events" className="h-sec mb-2">
          Deliller ve olaylar
        </h3>
        <RecipientTimeline events={record.events} deemedReadAt={row.deemedReadAt} chosenId={chosen?.id ?? null} onChoose={choose} />
      </section>
      <div ref={details}>{chosen ? <EvidenceDetails evidence={chosen} /> : null}</div>
    </div>
  );
}

/** The latest that moved this recipient; copies, strangers and what is about a superior come after. */
function latestOf(evidence: readonly EvidenceRow[]): EvidenceRow | undefined {
  return evidence.findLast((row) => row.status === "matched" && !row.ofSuperior) ?? evidence.at(-1);
}

function Standing({ row }: { row: BoardRow }) {
  const look = lookOf(row);
  return (
    <>
      {row.deemedReadAt && row.state === "deemed_read" ? (
        <Banner tone="amber" glyph="deemed" title="Okunmuş sayıldı">
          <span className="block">
            İleti açılmadı. KEP kutusuna ulaştığı andan 24 saat sonra okunmuş sayılır: {formatDateTime(new Date(row.deemedReadAt))}. Bilgi
            alındı kaydı değildir.
          </span>
        </Banner>
      ) : (
        <div>
          <StateWord tone={look.tone} glyph={look.glyph} className="font-medium">
            {look.word}
          </StateWord>
          <p className="small mt-1 text-ink-2">{row.sentence}</p>
        </div>
      )}
      {row.phone ? (
        <a href={`tel:${row.phone.replace(/[^\d+]/g, "")}`} className="link small num mt-3 inline-flex items-center gap-1.5">
          <Phone size={14} strokeWidth={1.75} aria-hidden="true" />
          {row.phone}
        </a>
      ) : null}
      {row.address ? (
        <p className="small mt-3">
          <MailboxLink address={row.address} />
        </p>
      ) : null}
    </>
  );
}

/** The stored bytes were digested again at this reading. */
function DigestCheck({ evidence }: { evidence: readonly EvidenceRow[] }) {
  if (evidence.length === 0) return <span className="small text-ink-3">Henüz delil yok</span>;
  const broken = evidence.filter((row) => !row.intact).length;
  if (broken > 0) {
    return (
      <span className="small flex items-center gap-1.5 font-medium text-red">
        <ShieldAlert size={16} strokeWidth={1.75} aria-hidden="true" />
        {formatNumber(broken)} delilin özeti tutmuyor
      </span>
    );
  }
  return (
    <span className="small flex items-center gap-1.5 text-green">
      <ShieldCheck size={16} strokeWidth={1.75} aria-hidden="true" />
      {formatNumber(evidence.length)} delilin özeti tutuyor
    </span>
  );
}
