import { FindingText } from "@/components/circulars/finding-text.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { CircularRecord, PreparedDocument } from "@/lib/circulars/contract.ts";
import { lintLetter } from "@/lib/circulars/letter-linter.ts";
import { writtenLetter } from "@/lib/circulars/written-letter.ts";

/** What is still against a rule in the signed letter; nothing can be changed here, but one may still not send it. */
export function SignedFindings({ record, document }: { record: CircularRecord; document: PreparedDocument }) {
  const { content, unit, attachments, recipients, proposedClosing } = record;
  const findings = lintLetter(writtenLetter({ content, heading: unit.heading, attachments, recipients, proposedClosing, document }));
  if (findings.length === 0) return null;
  return (
    <Panel title="Yazım denetimi" aside={`${findings.length} bulgu · gönderime engel değil`}>
      <ul className="grid gap-3">
        {findings.map((finding) => (
          <li key={`${finding.code}-${finding.place.field}-${finding.place.index}-${finding.span?.from ?? 0}`}>
            <FindingText finding={finding} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
