// What changed between two versions of a text, word by word, so that a reader sees the change and not two pages.

export type TextPart = { kind: "same" | "added" | "removed"; text: string };

/** Longer texts are told apart as a whole: comparing every word with every other would take too long. */
const mostWords = 3_000;

/** The longest run of words both have in common stays; the rest was removed or added. */
export function textDifference(before: string, after: string): TextPart[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: after }];
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length > mostWords || now.length > mostWords) return joined([removed(before), added(after)]);
  return joined(walked(old, now, commonLengths(old, now)));
}

/** Each word with the blank behind it: joined again they are the text. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

const added = (text: string): TextPart => ({ kind: "added", text });
const removed = (text: string): TextPart => ({ kind: "removed", text });

/** `lengths[i][j]`: how many words the rests from i and j have in common. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const [row, next] = [lengths[i], lengths[i + 1]];
    if (!row || !next) continue;
    for (let j = now.length - 1; j >= 0; j -= 1) {
      row[j] = isSame(old[i], now[j]) ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

/** The blank behind a word is not the word. */
const isSame = (a: string | undefined, b: string | undefined): boolean => a?.trimEnd() === b?.trimEnd();

function walked(old: readonly string[], now: readonly string[], lengths: readonly Uint16Array[]): TextPart[] {
  const parts: TextPart[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]];
    if (was !== undefined && is !== undefined && isSame(was, is)) {
      parts.push(...kept(was, is));
      i += 1;
      j += 1;
    } else if (was !== undefined && (is === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      parts.push(removed(was));
      i += 1;
    } else {
      parts.push(added(is ?? ""));
      j += 1;
    }
  }
  return parts;
}

/** The last word of a text has no blank behind it; where it stops being the last, the blank alone is what changed. */
function kept(was: string, is: string): TextPart[] {
  if (was === is) return [{ kind: "same", text: is }];
  const word = is.trimEnd();
  return [{ kind: "same", text: word }, removed(was.slice(word.length)), added(is.slice(word.length))];
}

function joined(parts: readonly TextPart[]): TextPart[] {
  const runs: TextPart[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.kind === part.kind) runs[runs.length - 1] = { ...last, text: last.text + part.text };
    else if (part.text !== "") runs.push(part);
  }
  return runs;
}
