// Vowel harmony: which form a Turkish case ending takes after a word or a number as it is spoken.

export type NounCase = "dative" | "genitive" | "locative" | "accusative" | "ablative";
export type NumberCase = NounCase | "possessive";

const VOWELS = "aeıioöuüâîû";
const FRONT = "eiöüî";
const ROUNDED = "oöuüû";
const VOICELESS = "fstkçşhp";

const units = ["sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"];
const tens = ["", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"];
const powers: [number, string][] = [
  [12, "trilyon"],
  [9, "milyar"],
  [6, "milyon"],
  [3, "bin"],
  [2, "yüz"],
];

export function isVowel(letter: string): boolean {
  return letter !== "" && VOWELS.includes(letter);
}

export function lastVowelOf(word: string): string | null {
  return [...word].reverse().find(isVowel) ?? null;
}

export function syllableCount(word: string): number {
  return [...word].filter(isVowel).length;
}

/** The ending of a lower-case word as it sounds; `front` overrules the last vowel for loan words (saat, kontrol). */
export function caseEnding(word: string, nounCase: NumberCase, options: { front?: boolean } = {}): string {
  const vowel = lastVowelOf(word) ?? "e";
  const front = options.front ?? FRONT.includes(vowel);
  const open = front ? "e" : "a";
  const narrow = narrowVowel(front, ROUNDED.includes(vowel));
  const endsInVowel = isVowel(word.slice(-1));
  const stop = VOICELESS.includes(word.slice(-1)) ? "t" : "d";
  const endings: Record<NumberCase, string> = {
    dative: (endsInVowel ? "y" : "") + open,
    genitive: `${(endsInVowel ? "n" : "") + narrow}n`,
    locative: stop + open,
    ablative: `${stop + open}n`,
    accusative: (endsInVowel ? "y" : "") + narrow,
    possessive: (endsInVowel ? "s" : "") + narrow,
  };
  return endings[nounCase];
}

/** The ending after a number, number text ("1.250") or time ("10:24"), chosen by the last word spoken. */
export function numberSuffix(value: number | string, nounCase: NumberCase): string {
  return caseEnding(lastSpokenWord(String(value)), nounCase);
}

function narrowVowel(front: boolean, rounded: boolean): string {
  if (front) return rounded ? "ü" : "i";
  return rounded ? "u" : "ı";
}

function lastSpokenWord(text: string): string {
  const spoken = /^\d{1,2}:00$/.test(text) ? text.slice(0, -3) : text;
  const group = spoken.split(/[:,/-]/).pop() ?? "";
  const digits = group.replace(/\D/g, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "sıfır";
  const zeros = digits.length - significant.length;
  const lastDigit = Number(significant.slice(-1));
  if (zeros === 0) return units[lastDigit] ?? "sıfır";
  if (zeros === 1) return tens[lastDigit] ?? "on";
  return powers.find(([power]) => zeros >= power)?.[1] ?? "yüz";
}
