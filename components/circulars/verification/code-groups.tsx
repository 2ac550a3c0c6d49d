import type { VerificationWords } from "@/components/circulars/verification/verification-words.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import type { VerificationCodeProblem } from "@/lib/circulars/verification-code.ts";
import { groupLengths } from "@/lib/circulars/verification-code-readings.ts";

export type CodeGroupsProps = { code: string; problems: readonly VerificationCodeProblem[]; words: VerificationWords };

type Group = { text: string; start: number; wanted: number | null };

/** The code as it was given, group by group, with the doubtful characters marked in their place. */
export function CodeGroups({ code, problems, words }: CodeGroupsProps) {
  const wrong = new Set(problems.filter(({ kind }) => kind === "not_hexadecimal").map(({ position }) => position));
  return (
    <ol className="mt-2 flex flex-wrap gap-x-2 gap-y-3">
      {groupsOf(code).map((group) => (
        <CodeGroup key={group.start} group={group} wrong={wrong} words={words} />
      ))}
    </ol>
  );
}

function CodeGroup({
  group: { text, start, wanted },
  wrong,
  words,
}: {
  group: Group;
  wrong: ReadonlySet<number>;
  words: VerificationWords;
}) {
  const characters = [...text].map((character, index) => ({ character, position: start + index }));
  const isRightLength = wanted === null || text.length === wanted;
  const isRight = isRightLength && characters.every(({ position }) => !wrong.has(position));
  return (
    <li className="min-w-0">
      <span
        className={classNames(
          "block rounded-md border px-2.5 py-1.5 font-mono text-lg [overflow-wrap:anywhere]",
          isRight ? "border-green-line bg-green-soft" : "border-red-solid bg-red-soft",
        )}
      >
        {characters.map(({ character, position }) =>
          wrong.has(position) ? (
            <mark key={position} className="rounded-[2px] bg-red px-px text-surface">
              {character}
            </mark>
          ) : (
            <span key={position}>{character}</span>
          ),
        )}
      </span>
      <span className={classNames("mt-1 flex items-center justify-center gap-1 text-xs", isRight ? "text-green" : "font-medium text-red")}>
        <Glyph name={isRight ? "done" : "alert"} size={10} />
        {isRightLength ? (
          <>
            <span aria-hidden="true">{text.length}</span>
            <span className="sr-only">{words.malformed.rightLength(text.length)}</span>
          </>
        ) : (
          words.malformed.length(text.length, wanted ?? 0)
        )}
      </span>
    </li>
  );
}

/** Lengths are only judged where the text has five groups at all. */
function groupsOf(code: string): Group[] {
  const texts = code.split("-");
  const isJudged = texts.length === groupLengths.length;
  let start = 1;
  return texts.map((text, index) => {
    const group = { text, start, wanted: isJudged ? (groupLengths[index] ?? null) : null };
    start += text.length + 1;
    return group;
  });
}
