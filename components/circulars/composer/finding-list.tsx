"use client";
import { type PlacedFinding, useFindingsAt, useLetterFindings } from "@/components/circulars/composer/letter-findings.tsx";
import { FindingText } from "@/components/circulars/finding-text.tsx";

/** All findings of the letter in its own order, each leading to its place. */
export function FindingList({ headingLevel: Heading = "h2", readOnly }: { headingLevel?: "h2" | "h3"; readOnly?: boolean }) {
  const { findings } = useLetterFindings();
  return (
    <section aria-labelledby="letter-findings">
      <div className="flex items-baseline justify-between gap-3 px-3 pb-1">
        <Heading id="letter-findings" className="h-sec">
          Yazım denetimi
        </Heading>
        <span className="cap num">{findings.length}</span>
      </div>
      <p role="status" className="sr-only">
        {findings.length === 0 ? "Yazım bulgusu yok." : `${findings.length} yazım bulgusu var.`}
      </p>
      {findings.length === 0 ? (
        <p className="cap px-3 py-1.5">Yazıda biçim kuralına aykırı bir yer bulunmadı.</p>
      ) : (
        <ol className="divide-y divide-line border-t border-line">
          {findings.map((finding) => (
            <li key={finding.key} className="px-3 py-2">
              <FindingText finding={finding} />
              {readOnly ? null : <FindingActions finding={finding} canGo />}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** What was found in one field, below it; `findingsId` joins the two for a screen reader. */
export function FieldFindings({ fieldId }: { fieldId: string }) {
  const findings = useFindingsAt(fieldId);
  if (findings.length === 0) return null;
  return (
    <ul id={findingsId(fieldId)} className="mt-1 grid gap-1 border-l-2 border-line pl-2.5">
      {findings.map((finding) => (
        <li key={finding.key}>
          <FindingText finding={finding} actions={finding.mended === null ? null : <FindingActions finding={finding} />} />
        </li>
      ))}
    </ul>
  );
}

export const findingsId = (fieldId: string): string => `${fieldId}-findings`;

/** For `aria-describedby`: the field's own messages and what was found in it. */
export function useDescribedBy(fieldId: string, ...others: (string | undefined)[]): string | undefined {
  const isFound = useFindingsAt(fieldId).length > 0;
  return [...others, isFound && findingsId(fieldId)].filter(Boolean).join(" ") || undefined;
}

/** A paragraph folds its tools away when it loses the focus: what is pressed below it would slip from under the pointer. */
export const keepFocus = (event: { preventDefault: () => void }): void => event.preventDefault();

function FindingActions({ finding, canGo }: { finding: PlacedFinding; canGo?: boolean }) {
  const { goTo, mend } = useLetterFindings();
  const isElsewhere = finding.fieldId === null && finding.section === "content";
  return (
    <span className="small flex justify-end gap-3">
      {canGo && !isElsewhere ? (
        <button
          type="button"
          className="link"
          aria-label={`Yerine git: ${finding.title}`}
          onMouseDown={keepFocus}
          onClick={() => goTo(finding)}
        >
          Yerine git
        </button>
      ) : null}
      {finding.mended === null ? null : (
        <button
          type="button"
          className="link"
          aria-label={`Düzelt: ${finding.title}`}
          onMouseDown={keepFocus}
          onClick={() => mend(finding)}
        >
          Düzelt
        </button>
      )}
    </span>
  );
}
