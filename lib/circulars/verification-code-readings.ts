// How a malformed verification code may have been meant: characters a scanner or an eye confuses, and characters
// read twice. Only what the text itself allows, the least changed first, at most 16; a missing character is not guessed.

export type VerificationCodeReading = { code: string; changes: string[] };

export const readingLimit = 16;

/** Lengths of the hyphenated groups of a code. */
export const groupLengths = [8, 4, 4, 4, 12];
const MOST_EXTRA = 2;
/** Beyond this a text is no misread code; it also bounds the work anyone can ask of a public page. */
const MOST_CONFUSED = 8;
const MOST_SHORTENINGS = 128;

/** What a character outside 0–9, A–F may stand for, the likeliest first. */
const confusions = new Map<string, readonly string[]>([
  ["O", ["0", "D"]],
  ["Q", ["0"]],
  ["I", ["1"]],
  ["İ", ["1"]],
  ["ı", ["1"]],
  ["L", ["1"]],
  ["|", ["1"]],
  ["!", ["1"]],
  ["S", ["5"]],
  ["Ş", ["5"]],
  ["$", ["5"]],
  ["Z", ["2"]],
  ["G", ["6", "C"]],
  ["Ğ", ["6"]],
  ["T", ["7"]],
  ["P", ["F"]],
  ["R", ["B"]],
  ["ß", ["B"]],
  ["Ç", ["C"]],
  ["€", ["E"]],
  ["£", ["E"]],
]);

type Reading = { digits: string; changes: string[]; cost: number };

/** Readings of a normalised, malformed code, the likeliest first. */
export function readingsOf(code: string): VerificationCodeReading[] {
  const groups = code.split("-").map((group) => [...group]);
  if (groups.flat().filter((character) => !isDigit(character)).length > MOST_CONFUSED) return [];
  const keepsGroups = groups.length === groupLengths.length && groups.every((group, index) => group.length >= (groupLengths[index] ?? 0));
  const parts = keepsGroups ? groups.map((group, index) => readGroup(group, groupLengths[index] ?? 0)) : [readGroup(groups.flat(), 32)];
  return combine(parts).map(({ digits, changes }) => ({ code: hyphenate(digits), changes }));
}

function combine(parts: readonly Reading[][]): Reading[] {
  const nothing: Reading[] = [{ digits: "", changes: [], cost: 0 }];
  return parts.reduce((heads, tails) => {
    const joined = heads.flatMap((head) => tails.map((tail) => join(head, tail)));
    return likeliest(joined);
  }, nothing);
}

function join(head: Reading, tail: Reading): Reading {
  return { digits: head.digits + tail.digits, changes: [...head.changes, ...tail.changes], cost: head.cost + tail.cost };
}

/** Every way to read one group with its right length. */
function readGroup(characters: readonly string[], length: number): Reading[] {
  const extra = characters.length - length;
  if (extra < 0 || extra > MOST_EXTRA) return [];
  return likeliest(withoutExtra(characters, extra).flatMap(resolve));
}

type Kept = { characters: readonly string[]; changes: string[]; cost: number };

function withoutExtra(characters: readonly string[], extra: number): Kept[] {
  let kept: Kept[] = [{ characters, changes: [], cost: 0 }];
  for (let dropped = 0; dropped < extra; dropped += 1) {
    kept = cheapest(kept.flatMap((reading) => reading.characters.map((_, index) => drop(reading, index))));
  }
  return kept;
}

function cheapest(kept: readonly Kept[]): Kept[] {
  const best = new Map<string, Kept>();
  for (const reading of kept.toSorted((a, b) => a.cost - b.cost)) {
    const text = reading.characters.join("");
    if (!best.has(text)) best.set(text, reading);
  }
  return [...best.values()].slice(0, MOST_SHORTENINGS);
}

/** A character that is no digit, or repeats its neighbour, is likelier to be the extra one. */
function drop({ characters, changes, cost }: Kept, index: number): Kept {
  const character = characters[index] ?? "";
  const [before = "", next = ""] = [characters[index - 1], characters[index + 1]];
  const remaining = characters.toSpliced(index, 1);
  if (isDoubleOf(character, before)) {
    return { characters: remaining, changes: [...changes, `“${before}${character}” → “${before}”`], cost: cost + 1 };
  }
  if (isDoubleOf(character, next)) {
    return { characters: remaining, changes: [...changes, `“${character}${next}” → “${next}”`], cost: cost + 1 };
  }
  return { characters: remaining, changes: [...changes, `fazla “${character}” çıkarıldı`], cost: cost + (isDigit(character) ? 3 : 2) };
}

function isDoubleOf(character: string, neighbour: string): boolean {
  return isDigit(neighbour) && (character === neighbour || (confusions.get(character)?.includes(neighbour) ?? false));
}

/** Replaces what is no digit by what it may stand for; none where a character resembles nothing. */
function resolve({ characters, changes, cost }: Kept): Reading[] {
  return characters.reduce<Reading[]>(
    (readings, character) => {
      if (isDigit(character)) return readings.map((reading) => ({ ...reading, digits: reading.digits + character }));
      const meanings = confusions.get(character) ?? [];
      const replaced = meanings.flatMap((meaning, order) =>
        readings.map((reading) => ({
          digits: reading.digits + meaning,
          changes: [...reading.changes, `“${character}” → “${meaning}”`],
          cost: reading.cost + 1 + order / 2,
        })),
      );
      return likeliest(replaced);
    },
    [{ digits: "", changes, cost }],
  );
}

function likeliest(readings: readonly Reading[]): Reading[] {
  const best = new Map<string, Reading>();
  for (const reading of readings) {
    const known = best.get(reading.digits);
    if (known === undefined || reading.cost < known.cost) best.set(reading.digits, reading);
  }
  return [...best.values()].sort((a, b) => a.cost - b.cost || (a.digits < b.digits ? -1 : 1)).slice(0, readingLimit);
}

function isDigit(character: string): boolean {
  return /^[0-9A-F]$/.test(character);
}

/** 32 digits with their hyphens put back. */
export function hyphenate(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
