import type { ReactNode } from "react";
import { Glyph, type GlyphName } from "@/components/ui/glyph.tsx";
import { type Tone, toneText } from "@/components/ui/tone.ts";
import type { FindingSeverity, LetterFinding } from "@/lib/circulars/letter-rules.ts";

const looks: Record<FindingSeverity, { glyph: GlyphName; tone: Tone; word: string }> = {
  error: { glyph: "alert", tone: "red", word: "Kurala aykırı" },
  hint: { glyph: "waiting", tone: "amber", word: "Öneri" },
};

/** What is wrong, how to mend it, and the article that says so. */
export function FindingText({ finding, actions }: { finding: LetterFinding; actions?: ReactNode }) {
  const { glyph, tone, word } = looks[finding.severity];
  return (
    <div className="small flex items-start gap-2">
      <Glyph name={glyph} size={12} className={`mt-1 shrink-0 ${toneText[tone]}`} />
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          <span className="sr-only">{word}: </span>
          {finding.title}
        </p>
        <p className="text-ink-2">{finding.mend}</p>
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="cap">
            {finding.code} · {finding.source}
          </span>
          {actions}
        </div>
      </div>
    </div>
  );
}
