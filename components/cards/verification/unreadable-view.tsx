import Link from "next/link";
import type { CardVerificationWords } from "@/components/cards/verification/verification-words.ts";
import type { Language } from "@/components/shell/public-language.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { toneBox } from "@/components/ui/tone.ts";
import { type UnreadableReason, unreadableMarks } from "@/lib/cards/card-code.ts";

/** These are not mishaps of reading: somebody made a code that is not ours. */
const suspicious: readonly UnreadableReason[] = ["forged", "unknown_key", "test_code"];

export type UnreadableViewProps = { reason: UnreadableReason; language: Language; words: CardVerificationWords };

/** Why the code could not be read, found from its text alone: nothing was looked up. */
export function UnreadableView({ reason, language, words: { unreadable } }: UnreadableViewProps) {
  const isSuspicious = suspicious.includes(reason);
  const { title, text } = unreadable.reasons[reason];
  return (
    <div
      role="status"
      className={classNames("mx-auto flex max-w-[44rem] gap-3 rounded-lg border px-5 py-4", toneBox[isSuspicious ? "red" : "amber"])}
    >
      <Glyph name={isSuspicious ? "alert" : "waiting"} size={20} className="mt-1.5" />
      <div className="min-w-0">
        <h1 className="h-page text-ink">{title}</h1>
        <p className="mt-0.5 text-ink-2">{text}</p>
        {isSuspicious ? null : <p className="mt-2 text-ink-2">{unreadable.notInvalid}</p>}
        {reason === "letter_code" ? (
          <p className="mt-2">
            <Link href={language === "en" ? "/verify?dil=en" : "/verify"} className="link">
              {unreadable.letter}
            </Link>
          </p>
        ) : null}
        <p className="cap mt-2">
          {unreadable.lead} {unreadable.mark}: <span className="font-mono">{unreadableMarks[reason]}</span>
        </p>
      </div>
    </div>
  );
}
