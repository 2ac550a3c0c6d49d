"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { PenLine } from "lucide-react";
import { useEffect } from "react";
import { sessionQueries } from "@/components/access/access-queries.ts";
import { circularQueries, useSignCircular } from "@/components/circulars/circular-queries.ts";
import { subjectOf } from "@/components/circulars/labels.ts";
import { CircularTag } from "@/components/circulars/record/circular-tag.tsx";
import { LetterPages } from "@/components/circulars/record/letter-pages.tsx";
import { VoidPreparationDialog } from "@/components/circulars/record/reason-dialogs.tsx";
import { Attachments, recipientWords } from "@/components/circulars/record/record-facts.tsx";
import { Countdown, useSecondsLeft } from "@/components/circulars/signing/countdown.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { ActBar } from "@/components/ui/act-bar.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Code } from "@/components/ui/code.tsx";
import { FieldError } from "@/components/ui/field.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { SummaryList } from "@/components/ui/summary-list.tsx";
import type { CircularRecord, PreparedDocument } from "@/lib/circulars/contract.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

export type SigningScreenProps = { record: CircularRecord; document: PreparedDocument };

/** Between preparation and signature: exactly these bytes, this number, this day; for fifteen minutes (N3). */
export function SigningScreen({ record, document }: SigningScreenProps) {
  const secondsLeft = useSecondsLeft(document.expiresAt ?? document.preparedAt);
  const isOver = secondsLeft === 0;
  const queries = useQueryClient();
  useEffect(() => {
    if (isOver) void queries.invalidateQueries({ queryKey: circularQueries.record(record.id).queryKey });
  }, [isOver, queries, record.id]);
  return (
    <DensityScope fallback="comfortable" className="flex flex-1 flex-col">
      <Breadcrumbs
        items={[
          { label: "Dağıtımlı yazılar", href: "/circulars" },
          { label: subjectOf(record.content.subject), href: `/circulars/${record.id}` },
          { label: "İmza" },
        ]}
      />
      <Page className="flex-1">
        <PageHeader title="İmzalamadan önce okuyun" tag={<CircularTag record={record} />} meta={subjectOf(record.content.subject)} />
        <div className="mt-5 grid gap-6 lg:grid-cols-[25rem_minmax(0,1fr)]">
          <div className="grid content-start gap-4">
            <SignatureNotice />
            <Panel title="İmzalanacak belge">
              <SummaryList className="small" labels="narrow" items={facts(record, document)} />
            </Panel>
          </div>
          <LetterPages record={record} />
        </div>
      </Page>
      <ActBar
        note={
          <p className="small">
            {isOver ? (
              <strong className="font-semibold text-red">Süre doldu; sayı iptal edilir. İmzayı yeniden başlatın.</strong>
            ) : (
              <>
                Bu sayı ve tarih <Countdown seconds={secondsLeft} /> süreyle sizin için ayrıldı.
              </>
            )}
          </p>
        }
      >
        <VoidPreparationDialog record={record} />
        <SignDeed record={record} document={document} isOver={isOver} />
      </ActBar>
    </DensityScope>
  );
}

function facts(record: CircularRecord, document: PreparedDocument) {
  return [
    { label: "Sayı", value: document.documentNumber },
    { label: "Tarih", value: formatDate(document.documentOn) },
    { label: "Doğrulama kodu", value: <Code>{document.verificationCode}</Code> },
    { label: "İmza", value: record.signatory ? `${record.signatory.name}, ${record.signatory.lines.join(", ")}` : "–" },
    { label: "Muhataplar", value: recipientWords(record.recipients) },
    { label: "Ekler", value: <Attachments record={record} /> },
    { label: "Sayfa", value: String(document.pages) },
    { label: "Özet", value: <Code>SHA-256 {document.documentDigest}</Code> },
  ];
}

/** Nobody may take the software key's signature for a legal one. */
function SignatureNotice() {
  const { data: me } = useQuery(sessionQueries.me());
  if (!me || me.mode === "production") return null;
  return (
    <Banner tone="amber" title="TEST imza.">
      Bu kurulumda yazılım anahtarı imzalar; imza hukuken geçerli değildir ve her sayfada TEST yazar.
    </Banner>
  );
}

function SignDeed({ record, document, isOver }: SigningScreenProps & { isOver: boolean }) {
  const sign = useSignCircular();
  return (
    <>
      {sign.error ? (
        <div role="alert" className="w-full">
          <FieldError>{sign.error.message}</FieldError>
        </div>
      ) : null}
      <Button
        tone="primary"
        icon={<PenLine size={16} strokeWidth={1.75} aria-hidden="true" />}
        busy={sign.isPending ? "İmzalanıyor" : false}
        off={isOver ? "Süre doldu." : false}
        showReason={false}
        className="whitespace-normal"
        onClick={() => sign.mutate({ circularId: record.id, version: record.version, documentDigest: document.documentDigest })}
      >
        {document.documentNumber} sayılı yazıyı imzala
      </Button>
    </>
  );
}
