// The cases of an institution's name, as Dağıtım, İlgi and text of an official letter need them
// ("Valiliğine", "Valiliğinin", "Valiliğinde"; m.15, m.19). A proposal only: the stored form is editable, since ambiguous last
// words and foreign names cannot be decided by rule. Institution names take no apostrophe, abbreviations do.
import { caseEnding, isVowel, type NounCase, numberSuffix, syllableCount } from "../platform/locale/harmony.ts";
import { lowerTr, upperTr } from "../platform/locale/tr.ts";
import { abbreviations, frontLoanWords, irregularStems, keepFinalConsonant, plainFinalVowel, possessiveStems } from "./suffix-words.ts";

const softened: Record<string, string> = { k: "ğ", p: "b", ç: "c" };

/** "Aksaray Valiliği" → "Aksaray Valiliğine". */
export function dativeOf(name: string): string {
  return inflect(name, "dative");
}

/** "Aksaray Valiliği" → "Aksaray Valiliğinin". */
export function genitiveOf(name: string): string {
  return inflect(name, "genitive");
}

/** Any case: "Aksaray Valiliğinde", "Bakanlıktan", "15.04.2026'ya". */
export function inflect(name: string, nounCase: NounCase): string {
  const text = name.normalize("NFC").replace(/\s+/g, " ").trim();
  // m.14: a person's name takes no ending after "Sayın", nor does a unit in parentheses.
  if (text === "" || /^sayın\s/.test(lowerTr(text))) return text;
  const [, head = text, unit = ""] = /^(.+?)(\s*\([^()]*\))$/.exec(text) ?? [];
  const wordStart = head.lastIndexOf(" ") + 1;
  const word = head.slice(wordStart);
  return head.slice(0, wordStart) + inflectWord(word, { nounCase, isCompound: wordStart > 0, isUpperName: head === upperTr(head) }) + unit;
}

type Position = { nounCase: NounCase; isCompound: boolean; isUpperName: boolean };

function inflectWord(word: string, position: Position): string {
  const { nounCase } = position;
  if (/\d$/.test(word)) return `${word}'${numberSuffix(word, nounCase)}`;
  const known = abbreviations.get(lowerTr(word));
  if (known !== undefined) return word + known[nounCase];
  if (isAbbreviation(word, position)) return `${word}'${caseEnding(spokenAbbreviation(word), nounCase)}`;
  const { stem, ending } = inflectNoun(lowerTr(word), position);
  const isUpper = word === upperTr(word) && word.length > 1;
  return restoreCase(word, stem) + (isUpper ? upperTr(ending) : ending);
}

function inflectNoun(noun: string, { nounCase, isCompound }: Position): { stem: string; ending: string } {
  const opensWithVowel = nounCase !== "locative" && nounCase !== "ablative";
  const irregular = opensWithVowel ? irregularStems.get(noun) : undefined;
  if (irregular !== undefined) return { stem: irregular, ending: caseEnding(irregular, nounCase) };
  const options = frontLoanWords.has(noun) ? { front: true } : {};
  if (isVowel(noun.slice(-1))) {
    const ending = caseEnding(noun, nounCase, options);
    return { stem: noun, ending: isPossessive(noun, isCompound) ? linked(ending, nounCase) : ending };
  }
  // A voiceless end stays before a consonant: "Bakanlığa", but "Bakanlıkta".
  const stem = opensWithVowel ? soften(noun) : noun;
  return { stem, ending: caseEnding(stem, nounCase, options) };
}

/** A possessive compound takes -n- where a plain noun takes -y- or nothing: "Kurumuna", but "Belediyeye"; "Kurumunda". */
function linked(ending: string, nounCase: NounCase): string {
  if (nounCase === "genitive") return ending;
  return `n${nounCase === "dative" || nounCase === "accusative" ? ending.slice(1) : ending}`;
}

function isPossessive(noun: string, isCompound: boolean): boolean {
  if (plainFinalVowel.has(noun) || !/[ıiuü]$/.test(noun)) return false;
  if (/l[ıiuü]ğ[ıiuü]$/.test(noun) || possessiveStems.some((stem) => noun.endsWith(stem))) return true;
  return isCompound || /[aeıioöuü]s[ıiuü]$/.test(noun);
}

function soften(noun: string): string {
  const last = noun.slice(-1);
  if (syllableCount(noun) < 2 || keepFinalConsonant.has(noun)) return noun;
  if (noun.endsWith("nk")) return `${noun.slice(0, -1)}g`;
  const soft = softened[last];
  const followsVowel = isVowel(noun.slice(-2, -1));
  if (soft === undefined || (last === "k" && !followsVowel)) return noun;
  return noun.slice(0, -1) + soft;
}

/** All capitals, and no word one could decline: "PTT", "Aksaray SGK", but not "VALİLİĞİ" or "MERKEZ". */
function isAbbreviation(word: string, { isCompound, isUpperName }: Position): boolean {
  if (!/^\p{Lu}{1,8}$/u.test(word)) return false;
  const noun = lowerTr(word);
  if (syllableCount(noun) === 0 || (isCompound && !isUpperName)) return true;
  if (isCompound) return false;
  const isNoun = /(l[ıiuü]k|l[ıiuü]ğ[ıiuü])$/.test(noun) || plainNoun.test(noun) || possessiveStems.some((stem) => noun.endsWith(stem));
  return !isNoun;
}

const plainNoun =
  /(merkez|daire|oda|vakıf|birlik|kurul|kurum|banka|borsa|baro|okul|belediye|müdürlük|enstitü|ofis|büro|şube|ziraat|hukuk|emniyet|jandarma|hastane|meclis|komisyon|sendika|dernek|şirket|vilayet|üniversite|fakülte|lise|müze)$/;

/** PTT is spelled out ("pe-te-te"), İŞKUR is read as a word; the last sound decides. */
function spokenAbbreviation(word: string): string {
  const letters = lowerTr(word);
  const tail = /([^aeıioöuüâîû]*)$/.exec(letters)?.[1] ?? "";
  const isRead = tail.length < letters.length && (tail.length < 2 || /^(.)\1$|^[lrsn][kt]$/.test(tail));
  if (isRead && letters.length > 1) return letters;
  const last = letters.slice(-1);
  if (isVowel(last)) return last;
  return last === "k" ? "ka" : `${last}e`;
}

/** Puts the letters of the declined stem over the written word, so that "VAKIF" stays in capitals. */
function restoreCase(word: string, stem: string): string {
  const isUpper = word === upperTr(word) && word.length > 1;
  if (isUpper) return upperTr(stem);
  let common = 0;
  while (common < stem.length && lowerTr(word.slice(common, common + 1)) === stem[common]) common += 1;
  return word.slice(0, common) + stem.slice(common);
}
