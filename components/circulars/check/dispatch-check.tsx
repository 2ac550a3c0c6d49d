"use client";
import { useQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useState } from "react";
import { sessionQueries } from "@/components/access/access-queries.ts";
import { type DispatchWarning, dispatchWarnings } from "@/components/circulars/check/dispatch-warnings.ts";
import { EarlierSends } from "@/components/circulars/check/earlier-sends.tsx";
import { RecipientColumns } from "@/components/circulars/check/recipient-columns.tsx";
import { ReplacesCheck } from "@/components/circulars/check/replaces-check.tsx";
import { SignedFindings } from "@/components/circulars/check/signed-findings.tsx";
import { circularFiles, circularQueries, useDispatchCircular } from "@/components/circulars/circular-queries.ts";
import { LetterPages } from "@/components/circulars/record/letter-pages.tsx";
import { Attachments, recipientWords, urgencyWords } from "@/components/circulars/record/record-facts.tsx";
import { PlannedReminders } from "@/components/circulars/reminders/planned-reminders.tsx";
import { ActBar } from "@/components/ui/act-bar.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { Code, CopyButton } from "@/components/ui/code.tsx";
import { FieldError } from "@/components/ui/field.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { SummaryList } from "@/components/ui/summary-list.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import type { CircularRecord, PreparedDocument } from "@/lib/circulars/contract.ts";
import { formatBytes, formatDate, formatDateTime, formatNumber, localDateOf } from "@/lib/platform/locale/tr.ts";

export type DispatchCheckProps = { record: CircularRecord; document: PreparedDocument };

/** Check answers before the one deed that nothing can undo: these institutions, this text, these files. */
export function DispatchCheck({ record, document }: DispatchCheckProps) {
  const [today] = useState(() => localDateOf(new Date()));
  const warnings = dispatchWarnings(record, today);
  const sends = useQuery(circularQueries.earlierSends(record.id));
  const addresses = useQuery(circularQueries.addresses(record.id));
  const [again, setAgain] = useState<Again>({ reason: "", isAsked: false });
  const earlier = sends.data?.earlier ?? [];
  return (
    <>
      <Page className="flex-1">
        <PageHeader title="Göndermeden önce denetleyin" back={{ href: `/circulars/${record.id}`, label: "Yazıya dön" }} />
        <p className="mt-1 text-ink-2">
          Yazı imzalandı ve sayısı verildi. Gönderdikten sonra geri alınamaz; düzeltme ancak yeni bir yazıyla yapılır.
        </p>
        <div className="mt-5 grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="grid content-start gap-4">
            <ReplacesCheck record={record} />
            <Panel>
              <Facts record={record} document={document} />
            </Panel>
            <EarlierSends
              earlier={earlier}
              reason={again.reason}
              onReason={(reason) => setAgain({ reason, isAsked: false })}
              error={again.isAsked ? "Göndermek için gerekçeyi yazın." : undefined}
            />
            <RecipientColumns record={record} warnings={warnings} addresses={addresses.data?.addresses ?? []} />
            <SignedFindings record={record} document={document} />
          </div>
          <section aria-label="Gidecek yazı">
            <div className="mb-2 flex items-baseline justify-between gap-3">
              <h2 className="h-sec">Gidecek yazı</h2>
              <a href={circularFiles.document(record.id, document.documentDigest)} target="_blank" rel="noreferrer" className="link small">
                Tam sayfa aç
              </a>
            </div>
            <LetterPages record={record} />
          </section>
        </div>
      </Page>
      <DispatchDeed
        record={record}
        warnings={warnings}
        duplicateReason={again.reason.trim()}
        isReasonMissing={earlier.length > 0 && again.reason.trim().length < 3}
        onReasonMissing={() => setAgain({ ...again, isAsked: true })}
        onRefused={() => void sends.refetch()}
      />
    </>
  );
}

/** Why the letter goes again to those who had it, as far as it is said. */
type Again = { reason: string; isAsked: boolean };

function Facts({ record, document }: DispatchCheckProps) {
  const { data: me } = useQuery(sessionQueries.me());
  const isTest = me !== undefined && me.mode !== "production";
  const initialled = record.reviews.filter(({ decision }) => decision === "initialled").at(-1);
  return (
    <SummaryList
      items={[
        { label: "Konu", value: record.content.subject },
        { label: "Sayı ve tarih", value: `${document.documentNumber} · ${formatDate(document.documentOn)}` },
        {
          label: "İmza",
          value: (
            <>
              {record.signatory?.name}, {document.signedAt ? formatDateTime(new Date(document.signedAt)) : ""}{" "}
              {isTest ? <Tag tone="amber">TEST imza</Tag> : null}
              {initialled ? <span className="text-ink-3"> · son paraf: {initialled.person.name}</span> : null}
            </>
          ),
        },
        { label: "Ekler", value: <Attachments record={record} /> },
        { label: "İletinin boyutu", value: `${formatBytes(record.size.bytes)}, sınır ${formatBytes(record.size.limit)}` },
        { label: "Görev ve süre", value: `${recipientWords(record.recipients)} · ${urgencyWords(record)}` },
        {
          label: "Hatırlatma",
          value: <PlannedReminders circularId={record.id} />,
          change: { href: `/circulars/${record.id}`, what: "Hatırlatma planı" },
        },
        { label: "Yazının özeti", value: <ShortDigest digest={document.documentDigest} /> },
      ]}
    />
  );
}

function ShortDigest({ digest }: { digest: string }) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Code>
        SHA-256 {digest.slice(0, 16)} … {digest.slice(-8)}
      </Code>
      <CopyButton text={digest} label="Yazının özetini kopyala" />
    </span>
  );
}

type DispatchDeedProps = {
  record: CircularRecord;
  warnings: readonly DispatchWarning[];
  duplicateReason: string;
  isReasonMissing: boolean;
  onReasonMissing: () => void;
  /** Somebody may have sent the same meanwhile. */
  onRefused: () => void;
};

function DispatchDeed({ record, warnings, duplicateReason, isReasonMissing, onReasonMissing, onRefused }: DispatchDeedProps) {
  const dispatch = useDispatchCircular();
  const [isSeen, setSeen] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const blocking = warnings.find(({ blocks }) => blocks);
  const count = record.recipients.length;
  function send() {
    setAsked(true);
    if (isReasonMissing) onReasonMissing();
    if (!isSeen || isReasonMissing) return;
    const { id: circularId, version } = record;
    const input = { circularId, version, recipientCount: count, ...(duplicateReason && { duplicateReason }) };
    dispatch.mutate({ ...input, idempotencyKey: `dispatch-${circularId}-${version}` }, { onError: onRefused });
  }
  return (
    <ActBar
      note={
        <>
          <Checkbox checked={isSeen} onCheckedChange={setSeen} label="Muhatapları, metni ve ekleri gördüm; gönderilmesi uygundur." />
          {isAsked && !isSeen ? <FieldError>Göndermek için yukarıdaki kutuyu işaretleyin.</FieldError> : null}
          {dispatch.error ? (
            <Banner tone="red" live title="Yazı gönderilmedi." className="mt-2">
              {dispatch.error.message}
            </Banner>
          ) : null}
        </>
      }
    >
      <ButtonLink href={`/circulars/${record.id}`} tone="quiet">
        Vazgeç
      </ButtonLink>
      <Button
        tone="primary"
        icon={<Send size={16} strokeWidth={1.75} aria-hidden="true" />}
        busy={dispatch.isPending ? "Gönderiliyor" : false}
        off={blocking ? blocking.title : false}
        onClick={send}
      >
        {formatNumber(count)} kuruma gönder
      </Button>
    </ActBar>
  );
}
