"use client";
import { useAcknowledgeCircular, useReportAction } from "@/components/circulars/acknowledgement/acknowledgement-queries.ts";
import type { AcknowledgementWords } from "@/components/circulars/acknowledgement/acknowledgement-words.ts";
import { DeclarationForm } from "@/components/circulars/acknowledgement/declaration-form.tsx";
import { problemIn } from "@/components/circulars/verification/public-problems.ts";
import type { Language } from "@/components/shell/public-language.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { LinkedLetter } from "@/lib/circulars/public-contract.ts";
import { formatDate, formatDateTime } from "@/lib/platform/locale/tr.ts";

type PanelProps = { letter: LinkedLetter; language: Language; words: AcknowledgementWords };

/** "Yazıyı aldık": the link holder's own declaration, or who made it and when. */
export function AcknowledgePanel({ letter, language, words }: PanelProps) {
  const acknowledge = useAcknowledgeCircular();
  const { acknowledged } = letter;
  if (acknowledged) {
    const isEnd = letter.role === "information" || letter.actionReported !== null;
    return (
      <Banner tone="green" live title={`${words.acknowledge.done}.`}>
        <span className="block">
          {words.acknowledge.declared(acknowledged.name, acknowledged.title, formatDateTime(new Date(acknowledged.at)))}
        </span>
        {isEnd ? <span className="block">{words.nothingMore}</span> : null}
      </Banner>
    );
  }
  return (
    <Panel title={words.acknowledge.title}>
      <p className="small -mt-1 mb-4 text-ink-2">{words.acknowledge.lead}</p>
      <DeclarationForm
        words={words}
        deedWords={words.acknowledge}
        busy={acknowledge.isPending}
        refusal={acknowledge.error ? problemIn(language, acknowledge.error) : null}
        onDeclare={({ name, title }) => acknowledge.mutate({ contentDigest: letter.contentDigest, name, title, note: "" })}
      />
    </Panel>
  );
}

/** "Gereği yapıldı", after the acknowledgement, for whom the letter is for action. */
export function ReportActionPanel({ letter, language, words }: PanelProps) {
  const report = useReportAction();
  const { actionReported } = letter;
  if (actionReported) {
    return (
      <Banner tone="green" live title={`${words.action.done}.`}>
        <span className="block">
          {words.action.declared(actionReported.name, actionReported.title, formatDateTime(new Date(actionReported.at)))}
        </span>
        {actionReported.note ? <span className="block whitespace-pre-line">{actionReported.note}</span> : null}
      </Banner>
    );
  }
  return (
    <Panel title={words.action.title}>
      <p className="small -mt-1 mb-4 text-ink-2">{words.action.lead(letter.dueOn ? formatDate(letter.dueOn) : null)}</p>
      <DeclarationForm
        words={words}
        deedWords={words.action}
        noteWords={{ label: words.action.note, hint: words.action.noteHint }}
        known={letter.acknowledged ?? undefined}
        busy={report.isPending}
        refusal={report.error ? problemIn(language, report.error) : null}
        onDeclare={(declared) => report.mutate({ contentDigest: letter.contentDigest, ...declared })}
      />
    </Panel>
  );
}
