"use client";
import { useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { circularQueries } from "@/components/circulars/circular-queries.ts";
import { AttachmentsSection } from "@/components/circulars/composer/attachments-section.tsx";
import { CheckSection } from "@/components/circulars/composer/check-section.tsx";
import { ContentSection } from "@/components/circulars/composer/content-section.tsx";
import { FindingList } from "@/components/circulars/composer/finding-list.tsx";
import { LetterFindingsProvider } from "@/components/circulars/composer/letter-findings.tsx";
import { PreviewColumn } from "@/components/circulars/composer/preview-column.tsx";
import { type ReadyAttachment, ReadyAttachments } from "@/components/circulars/composer/ready-attachments.tsx";
import { RecipientsSection } from "@/components/circulars/composer/recipients-section.tsx";
import { ReviewersSection } from "@/components/circulars/composer/reviewers-section.tsx";
import { RolesSection } from "@/components/circulars/composer/roles-section.tsx";
import { SaveTrouble, SaveWords } from "@/components/circulars/composer/save-words.tsx";
import {
  type Section,
  SectionStates,
  SectionTasks,
  sectionHref,
  sectionNames,
  useSection,
} from "@/components/circulars/composer/section-tasks.tsx";
import { DraftContext, useDraft, useNewDraft } from "@/components/circulars/composer/use-draft.ts";
import { subjectOf } from "@/components/circulars/labels.ts";
import { CircularTag } from "@/components/circulars/record/circular-tag.tsx";
import { ReturnedBanner } from "@/components/circulars/record/fate-banners.tsx";
import { WithdrawDialog } from "@/components/circulars/record/reason-dialogs.tsx";
import { ReplacesBanner } from "@/components/circulars/record/replacement-banners.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { useLeaveWarning } from "@/components/ui/leave-warning.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { useIsWide } from "@/components/ui/use-media.ts";
import type { CircularRecord } from "@/lib/circulars/contract.ts";

const sectionBodies: Record<Section, () => React.ReactNode> = {
  content: ContentSection,
  attachments: AttachmentsSection,
  recipients: RecipientsSection,
  roles: RolesSection,
  reviewers: ReviewersSection,
  check: CheckSection,
};

export type ComposerScreenProps = { record: CircularRecord; readyAttachments: readonly ReadyAttachment[] };

export function ComposerScreen({ record, readyAttachments }: ComposerScreenProps) {
  const store = useNewDraft(record);
  const isWide = useIsWide();
  return (
    <DraftContext value={store}>
      <ReadyAttachments value={readyAttachments}>
        <DensityScope fallback="compact" className="flex flex-1 flex-col bg-surface">
          <Crumbs />
          <LetterFindingsProvider>{isWide ? <WideComposer /> : <PhoneComposer />}</LetterFindingsProvider>
        </DensityScope>
      </ReadyAttachments>
    </DraftContext>
  );
}

function Crumbs() {
  const { content } = useDraft();
  return (
    <Breadcrumbs
      items={[
        { label: "Dağıtımlı yazılar", href: "/circulars" },
        { label: "Taslaklar", href: "/circulars?state=draft" },
        { label: subjectOf(content.subject) },
      ]}
    />
  );
}

const below = "top-[calc(var(--top-h)+3.25rem)] h-[calc(100dvh-var(--top-h)-3.25rem)]";

function WideComposer() {
  const { record, status } = useDraft();
  const queries = useQueryClient();
  const [section] = useSection();
  useLeaveWarning(status.step !== "saved");
  const reopen = () => queries.invalidateQueries({ queryKey: circularQueries.root });
  return (
    <>
      <ComposerHeader />
      <div className="grid flex-1 grid-cols-[15.5rem_minmax(0,1fr)] xl:grid-cols-[15.5rem_minmax(0,1fr)_30.5rem]">
        <div className={`sticky ${below} overflow-y-auto border-r border-line px-2 py-4`}>
          <SectionTasks checks={record.checks} current={section} />
          {section === "check" ? null : (
            <div className="mt-4 border-t border-line pt-4">
              <FindingList />
            </div>
          )}
        </div>
        <div className="min-w-0 px-6 py-4">
          {/* Wherever one is typing, the choice must be in sight. */}
          <div className="sticky top-[calc(var(--top-h)+3.75rem)] z-[5] mb-4 empty:hidden">
            <SaveTrouble onOpenRecord={() => void reopen()} />
          </div>
          <OpenSection key={section} section={section} />
        </div>
        <div
          className={`max-xl:col-start-2 max-xl:h-[60rem] max-xl:border-t xl:sticky xl:top-[calc(var(--top-h)+3.25rem)] xl:h-[calc(100dvh-var(--top-h)-3.25rem)] flex flex-col border-l border-line *:flex-1`}
        >
          <PreviewColumn />
        </div>
      </div>
    </>
  );
}

function ComposerHeader() {
  const { content, record } = useDraft();
  const missing = record.checks.filter(({ status, section }) => status === "missing" && section !== "check").length;
  return (
    <div className="sticky top-[var(--top-h)] z-10 flex h-13 items-center gap-3 border-b border-line bg-surface px-5">
      <h1 className="h-page cut">{subjectOf(content.subject)}</h1>
      <CircularTag record={record} />
      <span className="flex-1" />
      <SaveWords />
      {record.allowedActions.includes("withdraw") ? <WithdrawDialog record={record} quiet /> : null}
      {missing > 0 ? <span className="small whitespace-nowrap text-red">{missing} bölüm eksik</span> : null}
      <ButtonLink href={sectionHref("check")} tone={missing > 0 ? "plain" : "primary"}>
        {missing > 0 ? "Eksikleri gör" : "Denetle ve sun"}
      </ButtonLink>
    </div>
  );
}

/** Focus goes to the section's name, so that a keyboard and a screen reader land where the link led. */
function OpenSection({ section }: { section: Section }) {
  const { record } = useDraft();
  const heading = useRef<HTMLHeadingElement>(null);
  const Body = sectionBodies[section];
  useEffect(() => {
    if (document.activeElement?.closest("nav, main a")) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      {section === "content" ? <ReturnedBanner record={record} className="mb-4" /> : null}
      {section === "content" || section === "check" ? <ReplacesBanner record={record} className="mb-4" /> : null}
      <h2 ref={heading} tabIndex={-1} className={section === "content" ? "sr-only" : "mb-3 text-md font-semibold outline-none"}>
        {sectionNames[section]}
      </h2>
      <Body />
    </>
  );
}

function PhoneComposer() {
  const { content, record } = useDraft();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 px-4 py-5">
      <div>
        <h1 className="h-page">{subjectOf(content.subject)}</h1>
        <p className="mt-1">
          <CircularTag record={record} />
        </p>
      </div>
      <Banner tone="blue" title="Yazmak için daha geniş bir ekran gerekir.">
        Burada taslağın durumunu ve görünümünü görebilirsiniz. Yazdıklarınız kayıtlıdır; bilgisayarda kaldığınız yerden sürer.
      </Banner>
      <ReturnedBanner record={record} />
      <ReplacesBanner record={record} />
      <Panel title="Yapılacaklar">
        <SectionStates checks={record.checks} />
      </Panel>
      <div className="panel py-3">
        <FindingList readOnly />
      </div>
      <PreviewColumn />
      <Link href="/circulars" className="link">
        Dağıtımlı yazılara dön
      </Link>
    </div>
  );
}
