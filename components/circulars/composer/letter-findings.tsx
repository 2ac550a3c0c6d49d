"use client";
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import { circularQueries } from "@/components/circulars/circular-queries.ts";
import { blockFieldId } from "@/components/circulars/composer/body-edits.ts";
import { asSaved, asWritten, type EditedContent } from "@/components/circulars/composer/draft-content.ts";
import { type Section, useSection } from "@/components/circulars/composer/section-tasks.tsx";
import { useDraft } from "@/components/circulars/composer/use-draft.ts";
import { useSettled } from "@/components/institutions/institution-filter.ts";
import { toastUndo } from "@/components/ui/toast.tsx";
import type { Placement } from "@/lib/circulars/contract.ts";
import { lintLetter } from "@/lib/circulars/letter-linter.ts";
import type { LetterFinding, LetterPlace } from "@/lib/circulars/letter-rules.ts";
import { writtenLetter } from "@/lib/circulars/written-letter.ts";

const PAUSE = 400;

/** A finding, where it is written and how one gets there. */
export type PlacedFinding = LetterFinding & {
  key: string;
  section: Section;
  /** The field that it is about; null where it is about something that is no field here. */
  fieldId: string | null;
};

type LetterFindings = {
  findings: readonly PlacedFinding[];
  /** To the field, with the words in question marked. */
  goTo: (finding: PlacedFinding) => void;
  /** Writes what the rule asks for; nothing while the words have changed since. */
  mend: (finding: PlacedFinding) => void;
};

const FindingsContext = createContext<LetterFindings>({ findings: [], goTo: () => undefined, mend: () => undefined });

export const useLetterFindings = (): LetterFindings => useContext(FindingsContext);

export const useFindingsAt = (fieldId: string): PlacedFinding[] =>
  useLetterFindings().findings.filter((finding) => finding.fieldId === fieldId);

/** Checks what is written once typing pauses; saves nothing, stops nothing. */
export function LetterFindingsProvider({ children }: { children: ReactNode }) {
  const { content, record, write } = useDraft();
  const settled = useSettled(content, PAUSE);
  const { unit, attachments, recipients, proposedClosing } = record;
  const placement = useChosenPlacement(settled);
  const letter = writtenLetter({
    content: asWritten(settled),
    heading: unit.heading,
    attachments,
    recipients,
    proposedClosing,
    document: null,
    placement,
  });
  const findings = placed(lintLetter(letter), settled);
  const goTo = useWayToField();
  function mend({ place, mended }: PlacedFinding) {
    const part = mended === null ? null : mendedPart(content, settled, place, mended);
    if (!part) return;
    write(part.after);
    toastUndo("Metin düzeltildi.", () => write(part.before));
  }
  return <FindingsContext value={{ findings, goTo, mend }}>{children}</FindingsContext>;
}

/** The preview knows where the letter's end came to stand; asked only where the writer chose its place, and already read for the column. */
function useChosenPlacement(content: EditedContent): Placement | null {
  const { record, invalid } = useDraft();
  const attached = record.attachments.map(({ id }) => id).join();
  const isAsked = content.layout !== "auto" && invalid.length === 0;
  const { data } = useQuery({ ...circularQueries.preview(record.id, asSaved(content), attached), enabled: isAsked });
  return isAsked ? (data?.placement ?? null) : null;
}

/** The field may stand in another section, which must open first. */
function useWayToField(): (finding: PlacedFinding) => void {
  const [section, setSection] = useSection();
  const wanted = useRef<PlacedFinding | null>(null);
  useEffect(() => {
    if (wanted.current) focusOn(wanted.current);
    wanted.current = null;
  });
  return (finding) => {
    if (finding.section === section) return focusOn(finding);
    wanted.current = finding;
    void setSection(finding.section);
  };
}

function focusOn({ fieldId, span }: PlacedFinding): void {
  const field = fieldId === null ? null : document.getElementById(fieldId);
  if (!field) return;
  field.focus();
  field.scrollIntoView({ block: "center" });
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (isText && span) field.setSelectionRange(span.from, span.to);
}

const sectionOf: Record<LetterPlace["field"], Section> = {
  heading: "content",
  documentNumber: "content",
  documentOn: "content",
  verificationCode: "content",
  layout: "recipients",
  subject: "content",
  references: "content",
  body: "content",
  closing: "content",
  attachments: "attachments",
  recipients: "recipients",
  urgency: "roles",
};

function placed(findings: readonly LetterFinding[], content: EditedContent): PlacedFinding[] {
  return findings.map((finding, order) => ({
    ...finding,
    key: `${finding.code}-${finding.place.field}-${finding.place.index}-${order}`,
    section: sectionOf[finding.place.field],
    fieldId: fieldOf(finding.place, content),
  }));
}

function fieldOf({ field, index }: LetterPlace, { body, references }: EditedContent): string | null {
  if (field === "subject" || field === "closing" || field === "layout") return `draft-${field}`;
  if (field === "body") return body[index] ? blockFieldId(body[index].key) : null;
  if (field === "references") return references[index] ? `reference-${references[index].key}` : null;
  return null;
}

type Part = { before: Partial<EditedContent>; after: Partial<EditedContent> };

/** Rows are found by their key: they may have moved since the check. */
function mendedPart(now: EditedContent, checked: EditedContent, { field, index }: LetterPlace, text: string): Part | null {
  if (field === "subject" || field === "closing") {
    return now[field] === checked[field] ? { before: { [field]: now[field] }, after: { [field]: text } } : null;
  }
  if (field === "body") {
    const body = withText(now.body, checked.body[index], text);
    return body && { before: { body: now.body }, after: { body } };
  }
  const references = field === "references" ? withText(now.references, checked.references[index], text) : null;
  return references && { before: { references: now.references }, after: { references } };
}

function withText<Row extends { key: string; text: string }>(rows: readonly Row[], checked: Row | undefined, text: string): Row[] | null {
  const isThere = rows.some((row) => row.key === checked?.key && row.text === checked.text);
  return isThere ? rows.map((row) => (row.key === checked?.key ? { ...row, text } : row)) : null;
}
