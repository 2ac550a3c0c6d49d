import { env } from "../../platform/config/env.ts";
import type { ReadContext } from "../../platform/context.ts";
import { blindIndexOf } from "../../platform/crypto/field-cipher.ts";
import type { Reader } from "../../platform/db/reader.ts";
import { compareTr, localDateOf } from "../../platform/locale/tr.ts";
import { tellingWords } from "../name-tokens.ts";
import { foreignerIdIndex, type Indexer, passportIndex } from "../person-key.ts";
import type { EmployerHit, PermitHit } from "../search-contract.ts";
import { markPrefix, markWords, mostEdits, readQuestion, type SearchQuestion, scoreOf } from "../search-question.ts";
import {
  type AskedNumbers,
  employersByTaxNumber,
  employersByWords,
  type FoundPermit,
  permitsByNumbers,
  permitsByWords,
  tokensLike,
  type WordTokens,
} from "./search-repository.ts";

const mostPermits = 20;
const mostEmployers = 6;
/** Looked at before ranking; a question that finds more needs another word. */
const mostCandidates = 200;

type Answer = { permits: PermitHit[]; employers: EmployerHit[] };

export async function searchPermits({ reader, now }: ReadContext<unknown>, { q }: { q: string }): Promise<Answer> {
  const question = readQuestion(q);
  const today = localDateOf(now);
  if (question.words.length === 0) return await searchNumbers(reader, question, today);
  const near = await searchWords(reader, question.words, today, 1);
  const found = near.permits.length + near.employers.length > 0;
  return found || question.words.every((word) => mostEdits(word) < 2) ? near : await searchWords(reader, question.words, today, 2);
}

async function searchWords(reader: Reader, words: string[], today: string, slips: 1 | 2): Promise<Answer> {
  const tokens = await tokensLike(reader, words, slips);
  const [permits, employers] = await Promise.all([searchNames(reader, words, tokens, today), searchTitles(reader, words, tokens)]);
  return { permits, employers };
}

async function searchNumbers(reader: Reader, question: SearchQuestion, today: string): Promise<Answer> {
  const { numberPrefix } = question;
  const isTaxNumber = numberPrefix?.length === 10;
  const [found, ofTaxNumber] = await Promise.all([
    permitsByNumbers(reader, askedNumbers(question), today, mostPermits),
    isTaxNumber ? employersByTaxNumber(reader, numberPrefix, mostEmployers) : [],
  ]);
  const employers = ofTaxNumber.map((row) => ({
    ...row,
    title: markPrefix(null, row.title),
    taxNumber: markPrefix(numberPrefix, row.taxNumber),
  }));
  const permits = onceEach(found).slice(0, mostPermits);
  return { permits: permits.map((row) => hitOf(row, numberPrefix, [])), employers };
}

let kept: (Indexer & { of: string }) | undefined;

function askedNumbers({ numberPrefix, applicationPrefix, foreignerId, passport }: SearchQuestion): AskedNumbers {
  if (kept?.of !== env.DATA_KEY) kept = { of: env.DATA_KEY, blindIndex: blindIndexOf(Buffer.from(env.DATA_KEY, "base64")) };
  return {
    numberPrefix,
    applicationPrefix,
    foreignerIdIndex: foreignerId ? foreignerIdIndex(kept, foreignerId) : null,
    passportIndex: passport ? passportIndex(kept, passport) : null,
  };
}

/** The first of each. */
function onceEach<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** Right words first; only where they bring too little, words that begin so or are mistyped. */
async function byTokens<Row extends { id: string }>(
  tokens: readonly WordTokens[],
  enough: number,
  find: (words: number[][]) => Promise<Row[]>,
): Promise<Row[]> {
  if (tokens.some(({ near }) => near.length === 0)) return [];
  const isExact = tokens.every(({ exact }) => exact.length > 0);
  const exact = isExact ? onceEach(await find(tokens.map((word) => word.exact))) : [];
  if (exact.length >= enough) return exact;
  return onceEach([...exact, ...(await find(tokens.map((word) => word.near)))]);
}

async function searchNames(reader: Reader, words: string[], tokens: WordTokens[], today: string): Promise<PermitHit[]> {
  const found = await byTokens(tokens, mostPermits, (sets) => permitsByWords(reader, sets, today, mostCandidates));
  const rows = found.flatMap((row) => {
    const score = scoreOf(words, nameOf(row));
    return score === null ? [] : [{ row, score }];
  });
  const ranked = rows.toSorted(
    (a, b) =>
      a.score - b.score ||
      Number(b.row.state === "in_force") - Number(a.row.state === "in_force") ||
      b.row.registeredAt.getTime() - a.row.registeredAt.getTime(),
  );
  return ranked.slice(0, mostPermits).map(({ row }) => hitOf(row, null, words));
}

async function searchTitles(reader: Reader, asked: string[], all: WordTokens[]): Promise<EmployerHit[]> {
  const words = tellingWords(asked);
  const tokens = all.filter((_, index) => words.includes(asked[index] ?? ""));
  const found = await byTokens(tokens, mostEmployers, (sets) => employersByWords(reader, sets, mostCandidates));
  const rows = found.flatMap((row) => {
    const score = scoreOf(words, row.title);
    return score === null ? [] : [{ row, score }];
  });
  return rows
    .toSorted((a, b) => a.score - b.score || compareTr(a.row.title, b.row.title))
    .slice(0, mostEmployers)
    .map(({ row }) => ({ ...row, title: markWords(words, row.title), taxNumber: markPrefix(null, row.taxNumber) }));
}

const nameOf = ({ givenNames, surname }: FoundPermit): string => `${givenNames} ${surname}`;

function hitOf(row: FoundPermit, prefix: string | null, words: string[]): PermitHit {
  const { id, nationality, kind, state, provinceId, validTo, employerTitle, matchedBy } = row;
  return {
    id,
    number: markPrefix(prefix, row.number),
    name: markWords(words, nameOf(row)),
    nationality,
    kind,
    state,
    provinceId,
    validTo,
    employerTitle,
    matchedBy,
  };
}
