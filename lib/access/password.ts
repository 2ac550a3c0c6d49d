// What a password must be (NIST SP 800-63B, OWASP ASVS 5.0 6.2): long, of any characters, and not one that a guesser tries
// first. Nobody is made to mix signs or to change it by the calendar.
import { foldTr } from "../platform/locale/tr.ts";

export const passwordLength = { min: 12, max: 200 } as const;

/** What must be left of it once everything a guesser begins with is taken out. */
const leastOwn = 6;

const wellKnown = [
  "password",
  "parola",
  "sifre",
  "qwerty",
  "asdf",
  "zxcv",
  "admin",
  "yonetici",
  "memur",
  "iskur",
  "bakanlik",
  "calisma",
  "izinmasasi",
  "izin",
  "masasi",
  "turkiye",
  "ankara",
  "istanbul",
  "aksaray",
  "fenerbahce",
  "galatasaray",
  "besiktas",
  "trabzonspor",
  "ataturk",
  "welcome",
  "letmein",
  "iloveyou",
  "monkey",
  "dragon",
  "hosgeldin",
  "merhaba",
  "demo",
  "test",
];

type Owner = { username: string; name: string };

/** Why this may not be the person's password, or null. */
export function passwordProblem(password: string, owner: Owner): string | null {
  const length = [...password].length;
  if (length < passwordLength.min) return `Parola en az ${passwordLength.min} karakter olmalı.`;
  if (length > passwordLength.max) return `Parola en çok ${passwordLength.max} karakter olabilir.`;
  const folded = foldTr(password);
  // "P4ssw0rd" is no other word than "password", but "1234" is a row only while it is left as it is.
  const spelt = folded.replace(/[@4]/g, "a").replace(/0/g, "o").replace(/\$/g, "s").replace(/3/g, "e");
  const own = Math.min(...[folded, spelt].map((text) => withoutGuesses(text, owner).length));
  return own < leastOwn
    ? "Bu parola kolay tahmin edilir: adınız, bilinen sözcükler, sıralı ya da yinelenen karakterler sayılmaz. Birkaç ilgisiz sözcük yan yana iyi bir paroladır."
    : null;
}

/** The letters that are left without names, well-known words, rows of the keyboard and repetitions. */
function withoutGuesses(plain: string, { username, name }: Owner): string {
  const names = foldTr(`${username} ${name}`)
    .split(/[^a-z0-9]+/)
    .filter((part) => part.length >= 3);
  const known = [...names, ...wellKnown].toSorted((a, b) => b.length - a.length);
  const left = known.reduce((text, word) => text.replaceAll(word, ""), plain);
  return withoutRows(left.replace(/(19|20)\d\d/g, ""));
}

/** "aaaa", "1234" and "fedcba" say no more than their first character. */
function withoutRows(text: string): string {
  let kept = "";
  for (const [index, character] of [...text].entries()) {
    const step = index === 0 ? 9 : Math.abs((character.codePointAt(0) ?? 0) - (text.codePointAt(index - 1) ?? 0));
    if (step > 1) kept += character;
  }
  return new Set(kept).size < 4 ? "" : kept;
}
