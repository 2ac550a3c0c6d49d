import { isSourced, sourceIn } from "@/components/cards/verification/source-words.ts";
import type { CardVerificationWords } from "@/components/cards/verification/verification-words.ts";
import type { Language } from "@/components/shell/public-language.tsx";
import { Glyph, type GlyphName } from "@/components/ui/glyph.tsx";
import { type Tone, toneText } from "@/components/ui/tone.ts";
import type { Entitlement, EntitlementAnswer } from "@/lib/cards/entitlements.ts";

const looks: Record<EntitlementAnswer, { tone: Tone; glyph: GlyphName }> = {
  yes: { tone: "green", glyph: "done" },
  no: { tone: "grey", glyph: "ended" },
  unknown: { tone: "amber", glyph: "deemed" },
};

export type RightsListProps = { rights: readonly Entitlement[]; language: Language; words: CardVerificationWords["rights"] };

/** What the card stands in for, one plain sentence each with its source; what no source says is said to be unknown. */
export function RightsList({ rights, language, words }: RightsListProps) {
  return (
    <ul className="divide-y divide-line">
      {rights.map(({ right, answer, source }) => {
        const { text, isTurkish } = sourceIn(language, source);
        const { tone, glyph } = looks[bound(right) && answer === "yes" ? "no" : answer];
        return (
          <li key={right} className="flex gap-3 px-[var(--d-panel)] py-3">
            <Glyph name={glyph} size={14} className={`mt-[0.3125rem] ${toneText[tone]}`} />
            <span className="min-w-0">
              <span className="block font-medium">{words.words[right][answer]}</span>
              <span className="cap block">
                {isSourced(source) ? `${words.source}: ` : null}
                <span lang={isTurkish ? "tr" : undefined}>{text}</span>
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** A bond is no entitlement: its "yes" narrows, so it wears no green. */
const bound = (right: Entitlement["right"]): boolean => right === "bound_employer" || right === "bound_province";
