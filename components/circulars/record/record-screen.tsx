"use client";
import { subjectOf } from "@/components/circulars/labels.ts";
import { CircularTag } from "@/components/circulars/record/circular-tag.tsx";
import { ReturnedBanner, WithdrawnBanner } from "@/components/circulars/record/fate-banners.tsx";
import { LetterPages } from "@/components/circulars/record/letter-pages.tsx";
import { RecipientsPanel } from "@/components/circulars/record/recipients-panel.tsx";
import { RecordActions } from "@/components/circulars/record/record-actions.tsx";
import { RecordFacts, recipientWords, urgencyWords } from "@/components/circulars/record/record-facts.tsx";
import { ReplaceMenu } from "@/components/circulars/record/replace-menu.tsx";
import { ReplacedBanner, ReplacesBanner } from "@/components/circulars/record/replacement-banners.tsx";
import { ReviewsPanel } from "@/components/circulars/record/reviews-panel.tsx";
import { TimelinePanel } from "@/components/circulars/record/timeline-panel.tsx";
import { ReminderPanel } from "@/components/circulars/reminders/reminder-panel.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import type { CircularRecord } from "@/lib/circulars/contract.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

export function RecordScreen({ record }: { record: CircularRecord }) {
  const subject = subjectOf(record.content.subject);
  const number = record.document ? [record.document.documentNumber, formatDate(record.document.documentOn)] : ["Sayı imzada verilir"];
  return (
    <DensityScope fallback="compact" className="flex flex-1 flex-col">
      <Breadcrumbs items={[{ label: "Dağıtımlı yazılar", href: "/circulars" }, { label: subject }]} />
      <Page className="flex-1">
        <PageHeader
          title={subject}
          tag={<CircularTag record={record} />}
          meta={[...number, recipientWords(record.recipients), urgencyWords(record)].join(" · ")}
          actions={record.dispatchedAt ? <ReplaceMenu record={record} /> : null}
        />
        <div className="mt-4 grid gap-3 empty:hidden">
          <ReturnedBanner record={record} />
          <WithdrawnBanner record={record} />
          <ReplacedBanner replacedBy={record.replacedBy} />
          <ReplacesBanner record={record} />
        </div>
        <div className="mt-5 grid gap-5 lg:grid-cols-[minmax(0,1fr)_25rem]">
          <LetterPages record={record} />
          <div className="grid content-start gap-4">
            <ReviewsPanel record={record} />
            <RecordFacts record={record} />
            <ReminderPanel record={record} />
            <RecipientsPanel record={record} />
            <TimelinePanel record={record} />
          </div>
        </div>
      </Page>
      <RecordActions record={record} />
    </DensityScope>
  );
}
