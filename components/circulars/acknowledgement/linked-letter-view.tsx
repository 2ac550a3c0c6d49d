"use client";
import { linkedAttachmentUrl, linkedDocumentUrl } from "@/components/circulars/acknowledgement/acknowledgement-queries.ts";
import type { AcknowledgementWords } from "@/components/circulars/acknowledgement/acknowledgement-words.ts";
import { AcknowledgePanel, ReportActionPanel } from "@/components/circulars/acknowledgement/declaration-panels.tsx";
import { englishPages } from "@/components/circulars/verification/public-words.ts";
import { senderOf } from "@/components/circulars/verification/sender.ts";
import type { Language } from "@/components/shell/public-language.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { PdfPages } from "@/components/ui/pdf-pages.tsx";
import { type SummaryItem, SummaryList } from "@/components/ui/summary-list.tsx";
import type { LinkedLetter } from "@/lib/circulars/public-contract.ts";
import { formatBytes, formatDate } from "@/lib/platform/locale/tr.ts";

export type LinkedLetterViewProps = { letter: LinkedLetter; language: Language; words: AcknowledgementWords };

export function LinkedLetterView(props: LinkedLetterViewProps) {
  const { letter, words } = props;
  return (
    <>
      <h1 className="h-page" lang="tr">
        {letter.subject}
      </h1>
      <p className="mt-1 text-ink-2">{words.forWhom(letter.recipientName)}</p>
      {letter.testMode ? <Banner tone="amber" title={words.testNote} className="mt-4" /> : null}
      {letter.replacement ? <ReplacedNotice letter={letter} replacement={letter.replacement} words={words} /> : <Open {...props} />}
    </>
  );
}

type NoticeProps = { letter: LinkedLetter; replacement: NonNullable<LinkedLetter["replacement"]>; words: AcknowledgementWords };

/** No page and no deed any more: which letter to go by, and the recipient's own way to it. */
function ReplacedNotice({ letter, replacement: { kind, documentNumber, documentOn, link }, words }: NoticeProps) {
  const { title, text } = words.replaced[kind];
  return (
    <div className="mt-5 grid max-w-[44rem] gap-4">
      <Banner tone="amber" glyph="ended" title={title(formatDate(documentOn), documentNumber)}>
        <span className="block">{text}</span>
        {letter.acknowledged ? <span className="block">{words.replaced.declared}</span> : null}
        {link ? null : <span className="block">{words.replaced.none}</span>}
      </Banner>
      {/* Opening exchanges the secret for a cookie, so nothing may fetch the address ahead of the press. */}
      {link ? (
        <a href={link} className="btn btn-primary justify-self-start max-sm:w-full">
          {words.replaced.open}
        </a>
      ) : null}
      <Panel>
        <SummaryList items={factsOf(letter, words)} />
      </Panel>
    </div>
  );
}

function Open({ letter, language, words }: LinkedLetterViewProps) {
  return (
    <div className="mt-5 grid items-start gap-6 lg:grid-cols-[1fr_25.5rem]">
      <div className="grid gap-4">
        <AcknowledgePanel letter={letter} language={language} words={words} />
        {letter.role === "action" && letter.acknowledged ? <ReportActionPanel letter={letter} language={language} words={words} /> : null}
        <Panel>
          <SummaryList items={factsOf(letter, words)} />
        </Panel>
        {letter.attachments.length > 0 ? <AttachmentPanel letter={letter} words={words} /> : null}
      </div>
      <section aria-labelledby="linked-letter">
        <h2 id="linked-letter" className="h-sec mb-2">
          {words.document}
        </h2>
        <PdfPages
          url={linkedDocumentUrl()}
          name={letter.subject}
          fileName={`${letter.documentNumber}.pdf`}
          words={language === "en" ? englishPages : undefined}
        />
      </section>
    </div>
  );
}

function factsOf(letter: LinkedLetter, words: AcknowledgementWords): SummaryItem[] {
  const { facts } = words;
  const due = letter.dueOn ? [{ label: facts.due, value: <span className="num">{formatDate(letter.dueOn)}</span> }] : [];
  return [
    {
      label: facts.sender,
      value: <span lang="tr">{senderOf(letter.unitHeading)}</span>,
    },
    { label: facts.number, value: <span className="code">{letter.documentNumber}</span> },
    { label: facts.date, value: <span className="num">{formatDate(letter.documentOn)}</span> },
    { label: facts.role, value: words.roles[letter.role] },
    ...due,
    { label: facts.pages, value: letter.pages },
  ];
}

function AttachmentPanel({ letter, words }: { letter: LinkedLetter; words: AcknowledgementWords }) {
  return (
    <Panel title={words.facts.attachments}>
      <ul className="divide-y divide-line">
        {letter.attachments.map((attachment) => (
          <li key={attachment.id} className="flex items-baseline justify-between gap-4 py-1.5">
            <span lang="tr" className="min-w-0 [overflow-wrap:anywhere]">
              {attachment.title}
            </span>
            <span className="small shrink-0 text-ink-3">
              {formatBytes(attachment.size)} ·{" "}
              <a href={linkedAttachmentUrl(attachment.id)} download className="link">
                {words.download}
                <span className="sr-only">: {attachment.title}</span>
              </a>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
