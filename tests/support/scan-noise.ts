import fc from "fast-check";

/** What scans have been seen to make of letters: those of the seed page, and of others like it. */
const misread: Record<string, string[]> = {
  ı: ["i", "1", "l", "t", "|"],
  i: ["ı", "1", "l"],
  İ: ["I", "1", "i", "l"],
  I: ["1", "l", "i"],
  l: ["1", "i", "I"],
  ü: ["ii", "u", "il", "{i"],
  ö: ["o", "0"],
  ş: ["s", "g", "gs"],
  Ş: ["S", "5"],
  ç: ["c", "g", "¢", "g¢"],
  Ç: ["C", "¢"],
  ğ: ["g", "q", "9"],
  Ğ: ["G"],
  Ö: ["O", "0"],
  Ü: ["U"],
  o: ["0"],
  g: ["q", "9"],
  m: ["rn"],
  s: ["5", "$"],
};

export type ScanNoise = { swaps: readonly number[]; breaks: readonly number[]; prefix: string; suffix: string; isShouted: boolean };

/** Numbers are shares of the line's length, so that one noise fits any line. */
export const scanNoise: fc.Arbitrary<ScanNoise> = fc.record({
  swaps: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }),
  breaks: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 2 }),
  prefix: fc.constantFrom("", "", "1- ", "12) ", "• ", "- ", "a) ", "3. ", "   "),
  suffix: fc.constantFrom("", "", ",", ".", " (Gereği)", " "),
  isShouted: fc.boolean(),
});

/** A name as a bad scan would give it. */
export function scanned(name: string, { swaps, breaks, prefix, suffix, isShouted }: ScanNoise): string {
  const letters = [...(isShouted ? name.toLocaleUpperCase("tr-TR") : name)];
  for (const swap of swaps) {
    const at = Math.floor(swap * letters.length);
    const choices = misread[letters[at] ?? ""];
    if (choices) letters[at] = choices[Math.floor(swap * 7_919) % choices.length] ?? "";
  }
  for (const part of breaks) {
    const at = Math.floor(part * letters.length);
    letters[at] = `${letters[at] ?? ""} `;
  }
  return prefix + letters.join("").trim() + suffix;
}

export type LostLetters = { at: number; kind: "lost" | "doubled" | "other"; letter: string };

/** Letters lost, doubled or wholly misread: a few, since a line that is another name's is another name. */
export const lostLetters: fc.Arbitrary<LostLetters[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    kind: fc.constantFrom("lost" as const, "doubled" as const, "other" as const),
    letter: fc.constantFrom(..."abcdeghıiklmnoprsştuüvyz"),
  }),
  { maxLength: 2 },
);

export function withLostLetters(text: string, losses: readonly LostLetters[]): string {
  const letters = [...text];
  for (const { at, kind, letter } of losses) {
    const place = Math.floor(at * letters.length);
    const old = letters[place] ?? "";
    if (!/\p{L}/u.test(old)) continue;
    if (kind === "lost") letters[place] = "";
    else letters[place] = kind === "doubled" ? old + old : letter;
  }
  return letters.join("");
}
