/**
 * Paste intake (product.md A14): each name on a pasted Dağıtım page is looked for in the directory. "Certain" is said only
 * where nothing but the known confusions of a scan stands between the text and one name; all else is a person's choice, and
 * nothing is sent by itself.
 */
import { provinceName } from "../platform/locale/provinces.ts";
import { lowerTr } from "../platform/locale/tr.ts";
import { type PageEntry, readPage } from "./distribution-page.ts";
import type { MatchDoubt, MatchedLine } from "./intake-contract.ts";
import { alignmentCost, type ReadSigns, signsOf, type WordFit, wordFits } from "./name-alignment.ts";
import { type DirectoryName, foldedLetters, formsOf, type NameForm, wordsIn } from "./name-forms.ts";
import { skeletonOf } from "./ocr-letters.ts";

type Indexed = { id: string; forms: NameForm[]; pairs: Map<string, number>; size: number };
export type NameIndex = { province: string | null; entries: Indexed[]; byLetters: Map<string, NameForm[]>; longest: number };

const mostCandidates = 6;
/** What is so much less like the line than the best is no choice beside it. */
const furthestBehind = 0.2;
const mostInRareForms = 3;
const mostChoices = 3;
/** Below it a name is not even offered; from the other on it is the one that is probably meant. */
const leastConfidence = 0.65;
const likelyConfidence = 0.8;

export function indexNames(names: readonly DirectoryName[], province: string | null): NameIndex {
  const byLetters = new Map<string, NameForm[]>();
  const entries = names.flatMap((name): Indexed[] => {
    const forms = formsOf(name, province);
    if (forms.length === 0) return [];
    for (const form of forms) {
      const key = foldedLetters(form.words);
      byLetters.set(key, [...(byLetters.get(key) ?? []), form]);
    }
    const pairs = pairsOf(skeletonOf(name.dative));
    return [{ id: name.id, forms, pairs, size: sizeOf(pairs) }];
  });
  // With room for the blanks and marks that a page puts between the words.
  const longest = Math.max(0, ...names.map(({ dative }) => dative.length)) * 1.3 + 20;
  return { province, entries, byLetters, longest };
}

export function matchPage(text: string, index: NameIndex): MatchedLine[] {
  const entries = readPage(text);
  const matched: MatchedLine[] = [];
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at];
    if (!entry) continue;
    const alone = matchEntry(entry, index);
    const wrapped = alone.grade === "certain" ? null : matchWrapped(entries, at, index);
    matched.push(wrapped?.match ?? alone);
    at += wrapped?.used ?? 0;
  }
  return withRepeats(matched);
}

/** A long name goes on in the next line or two; taken together only if that makes it certain. */
function matchWrapped(entries: readonly PageEntry[], at: number, index: NameIndex): { match: MatchedLine; used: number } | null {
  const first = entries[at];
  for (const used of [1, 2]) {
    const last = entries[at + used];
    if (!first || !last || last.role !== first.role || last.line - first.line > used * 2) return null;
    const text = entries
      .slice(at, at + used + 1)
      .map((entry) => entry.text)
      .join(" ");
    if (text.length > index.longest) return null;
    const match = matchEntry({ ...first, text, to: last.to }, index);
    if (match.grade === "certain") return { match, used };
  }
  return null;
}

function withRepeats(lines: MatchedLine[]): MatchedLine[] {
  const first = new Map<string, number>();
  return lines.map((line, place) => {
    const id = line.grade === "certain" ? line.choices[0]?.institutionId : undefined;
    if (id === undefined) return line;
    const earlier = first.get(id) ?? null;
    if (earlier === null) first.set(id, place);
    return { ...line, repeats: earlier };
  });
}

function matchEntry(entry: PageEntry, index: NameIndex): MatchedLine {
  const { text, from, to, role } = entry;
  const line = { text: text.replace(/\s+/g, " "), from, to, role, repeats: null };
  const numbered = sameLetters(entry.numbered, index);
  if (numbered) return { ...line, ...numbered };
  const found = judgeText(text, index);
  const unnumbered = text.replace(/^(?:1{1,2}|t\s*\.\s*c\s*\.)\s+/iu, "");
  if (found.grade === "certain" || unnumbered === text) return { ...line, ...found };
  const other = judgeText(unnumbered, index);
  return { ...line, ...(other.grade === "certain" || found.grade === "none" ? other : found) };
}

type Judgement = Pick<MatchedLine, "grade" | "doubt" | "choices">;

function judgeText(text: string, index: NameIndex): Judgement {
  return sameLetters(text, index) ?? judged(fitsOf(text, index), wordsIn(text), index);
}

/** One institution is written exactly so, but for accents and blanks. */
function sameLetters(text: string, { byLetters }: NameIndex): Judgement | null {
  const same = byLetters.get(foldedLetters(wordsIn(text))) ?? [];
  const [id, ...others] = new Set(same.filter(({ isPartial }) => !isPartial).map((form) => form.id));
  if (id === undefined || others.length > 0) return null;
  return { grade: "certain", doubt: null, choices: [{ institutionId: id, confidence: 1 }] };
}

type Fit = FormFit & { isSure: boolean };

function judged(fits: Fit[], words: readonly string[], { province }: NameIndex): Judgement {
  const [best, next] = fits;
  const least = Math.max(leastConfidence, (best?.confidence ?? 0) - furthestBehind);
  const choices = fits
    .filter(({ confidence }) => confidence >= least)
    .toSorted((a, b) => b.confidence - a.confidence)
    .map(({ form, confidence }) => ({ institutionId: form.id, confidence }));
  if (!best || best.confidence < leastConfidence) return { grade: "none", doubt: null, choices: [] };
  const isClear = !next || next.cost - best.cost >= 1;
  if (best.isSure && !best.form.isPartial && isClear)
    return { grade: "certain", doubt: null, choices: [{ institutionId: best.form.id, confidence: best.confidence }] };
  const doubt = doubtOf({ best, isClear, isElsewhere: namesOtherProvince(words, province) });
  return { grade: best.confidence >= likelyConfidence ? "likely" : "none", doubt, choices: choices.slice(0, mostChoices) };
}

function doubtOf({ best, isClear, isElsewhere }: { best: Fit; isClear: boolean; isElsewhere: boolean }): MatchDoubt {
  if (isElsewhere) return "other_province";
  if (!isClear) return "several";
  return best.isSure && best.form.isPartial ? "province_missing" : "letters";
}

const provinces = new Set(Array.from({ length: 81 }, (_, index) => lowerTr(provinceName(index + 1) ?? "")));
const namesOtherProvince = (words: readonly string[], province: string | null): boolean =>
  words.some((word) => provinces.has(word) && word !== (province && lowerTr(province)));

/** The candidates that fit, best first. The directory's own spelling decides if it can; the rarer ones are many. */
function fitsOf(text: string, index: NameIndex): Fit[] {
  const read = signsOf(lowerTr(text));
  const candidates = nearest(pairsOf(skeletonOf(text)), index).map(({ forms }) => forms);
  const plain = candidates
    .map((forms) => ({
      forms,
      fit: bestFit(
        forms.filter(({ isPlain }) => isPlain),
        read,
      ),
    }))
    .toSorted(byCost);
  const [best, next] = plain;
  const isDecided = best && isSure(best.fit, read) && (!next || next.fit.cost - best.fit.cost >= 1);
  const inRareForms = plain.map((one, place) => (place < mostInRareForms ? { ...one, fit: bestFit(one.forms, read) } : one));
  const fits = isDecided ? plain : inRareForms.toSorted(byCost);
  return fits.map(({ fit }, place) => ({ ...fit, isSure: place === 0 && isSure(fit, read) }));
}

type FormFit = { form: NameForm; cost: number; confidence: number };

/** What costs too much to be told is infinite, and two of those are alike. */
const byCost = (a: { fit: FormFit }, b: { fit: FormFit }): number => (a.fit.cost === b.fit.cost ? 0 : a.fit.cost - b.fit.cost);

const isSure = ({ form, cost }: FormFit, read: ReadSigns): boolean => Number.isFinite(cost) && wordFits(form.words, read).every(isSureWord);

/** A form that is told whole goes before a shortened one that costs the same. */
function bestFit(forms: readonly NameForm[], read: ReadSigns): FormFit {
  const fits = forms.map((form): FormFit => {
    const length = form.words.join("").length;
    const cost = alignmentCost(form.words, read, length * (1 - leastConfidence));
    return { form, cost, confidence: Math.max(0, Math.round((1 - cost / length) * 100) / 100) };
  });
  return fits.reduce((best, other) => (other.cost < best.cost || (other.cost === best.cost && best.form.isPartial) ? other : best));
}

/** Words that say what kind of institution it is; a letter lost in one of them makes no other institution. */
const heads =
  /^(?:kaymakaml|valili|müdürlü|başkanl|komutanl|müftülü|rektörlü|birli|belediye|üniversite|yetiştirici|dayanışma|yardımlaşma|hizmetler)\p{L}*$/u;

function isSureWord({ word, soft, slips, wrong }: WordFit): boolean {
  const isHead = heads.test(word);
  const mostWrong = isHead && word.length >= 10 ? 1 : 0;
  const mostSlips = isHead ? 2 : Number(word.length >= 6);
  return wrong <= mostWrong && slips <= mostSlips && soft <= 0.3 + 0.12 * word.length;
}

function pairsOf(skeleton: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < skeleton.length; at += 1) {
    const pair = skeleton.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const sizeOf = (pairs: ReadonlyMap<string, number>): number => [...pairs.values()].reduce((sum, count) => sum + count, 0);

/** By shared pairs of letters; far ones are not looked at letter by letter. */
function nearest(pairs: ReadonlyMap<string, number>, { entries }: NameIndex): Indexed[] {
  const size = sizeOf(pairs);
  return entries
    .map((entry) => ({ entry, likeness: (2 * shared(pairs, entry.pairs)) / Math.max(1, size + entry.size) }))
    .filter(({ likeness }) => likeness >= 0.35)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, mostCandidates)
    .map(({ entry }) => entry);
}

function shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let count = 0;
  for (const [pair, times] of a) count += Math.min(times, b.get(pair) ?? 0);
  return count;
}
