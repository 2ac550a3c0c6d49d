import type { Actor } from "../../access/policy.ts";
import { env } from "../../platform/config/env.ts";
import type { Context } from "../../platform/context.ts";
import { openFieldCipher } from "../../platform/crypto/field-cipher.ts";
import type { Db } from "../../platform/db/transaction.ts";
import { compareTr, localDateOf } from "../../platform/locale/tr.ts";
import { tellingWords } from "../name-tokens.ts";
import { foreignerIdIndex, passportIndex } from "../person-key.ts";
import type { EmployerHit, MatchedBy, PermitHit } from "../search-contract.ts";
import { markPrefix, markWords, readQuestion, type SearchQuestion, scoreOf } from "../search-question.ts";
import {
  employersByTaxNumber,
  employersByWords,
  type FoundPermit,
  permitsByApplication,
  permitsByForeignerId,
  permitsByNumber,
  permitsByPassport,
  permitsByWords,
  readEmployers,
  readPermits,
  tokensLike,
  type WordTokens,
} from "./search-repository.ts";

const mostPermits = 20;
const mostEmployers = 6;
/** Looked at before ranking; a question that finds more needs another word. */
const mostCandidates = 200;

export async function searchPermits(
  { db, now }: Context<Actor>,
  { q }: { q: string },
): Promise<{ permits: PermitHit[]; employers: EmployerHit[] }> {
  const question = readQuestion(q);
  const today = localDateOf(now);
  if (question.words.length === 0) return await searchNumbers(db, question, today);
  const tokens = await tokensLike(db, question.words);
  return { permits: await searchNames(db, question.words, tokens, today), employers: await searchTitles(db, question.words, tokens) };
}

async function searchNumbers(db: Db, question: SearchQuestion, today: string) {
  const { numberPrefix, foreignerId, passport, applicationPrefix } = question;
  const found = new Map<string, MatchedBy>();
  const add = (ids: string[], by: MatchedBy) => {
    for (const id of ids) if (!found.has(id)) found.set(id, by);
  };
  if (foreignerId || passport) {
    const cipher = await openFieldCipher(db, env.DATA_KEY);
    if (foreignerId) add(await permitsByForeignerId(db, foreignerIdIndex(cipher, foreignerId), mostPermits), "foreigner_id");
    if (passport) add(await permitsByPassport(db, passportIndex(cipher, passport), mostPermits), "passport");
  }
  if (numberPrefix) add(await permitsByNumber(db, numberPrefix, mostPermits), "number");
  if (applicationPrefix) add(await permitsByApplication(db, applicationPrefix, mostPermits), "application");
  const ids = [...found.keys()].slice(0, mostPermits);
  const rows = await readPermits(db, ids, today);
  const permits = rows
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map((row) => hitOf(row, found.get(row.id) ?? "number", numberPrefix, []));
  const ofTaxNumber = numberPrefix?.length === 10 ? await employersByTaxNumber(db, numberPrefix, mostEmployers) : [];
  const employers = (await readEmployers(db, ofTaxNumber)).map((row) => ({
    ...row,
    title: markPrefix(null, row.title),
    taxNumber: markPrefix(numberPrefix, row.taxNumber),
  }));
  return { permits, employers };
}

/** Right words first; only where they bring too little, words that begin so or are mistyped. */
async function byTokens(tokens: readonly WordTokens[], enough: number, find: (words: number[][]) => Promise<string[]>): Promise<string[]> {
  if (tokens.some(({ near }) => near.length === 0)) return [];
  const isExact = tokens.every(({ exact }) => exact.length > 0);
  const exact = isExact ? await find(tokens.map((word) => word.exact)) : [];
  if (exact.length >= enough) return exact;
  return [...new Set([...exact, ...(await find(tokens.map((word) => word.near)))])];
}

async function searchNames(db: Db, words: string[], tokens: WordTokens[], today: string): Promise<PermitHit[]> {
  const ids = await byTokens(tokens, mostPermits, (sets) => permitsByWords(db, sets, mostCandidates));
  const rows = (await readPermits(db, ids, today)).flatMap((row) => {
    const score = scoreOf(words, nameOf(row));
    return score === null ? [] : [{ row, score }];
  });
  const ranked = rows.toSorted(
    (a, b) =>
      a.score - b.score ||
      Number(b.row.state === "in_force") - Number(a.row.state === "in_force") ||
      b.row.registeredAt.getTime() - a.row.registeredAt.getTime(),
  );
  return ranked.slice(0, mostPermits).map(({ row }) => hitOf(row, "name", null, words));
}

async function searchTitles(db: Db, asked: string[], all: WordTokens[]): Promise<EmployerHit[]> {
  const words = tellingWords(asked);
  const tokens = all.filter((_, index) => words.includes(asked[index] ?? ""));
  const ids = await byTokens(tokens, mostEmployers, (sets) => employersByWords(db, sets, mostCandidates));
  const rows = (await readEmployers(db, ids)).flatMap((row) => {
    const score = scoreOf(words, row.title);
    return score === null ? [] : [{ row, score }];
  });
  return rows
    .toSorted((a, b) => a.score - b.score || compareTr(a.row.title, b.row.title))
    .slice(0, mostEmployers)
    .map(({ row }) => ({ ...row, title: markWords(words, row.title), taxNumber: markPrefix(null, row.taxNumber) }));
}

const nameOf = ({ givenNames, surname }: FoundPermit): string => `${givenNames} ${surname}`;

function hitOf(row: FoundPermit, matchedBy: MatchedBy, prefix: string | null, words: string[]): PermitHit {
  const { id, nationality, kind, state, provinceId, validTo, employerTitle } = row;
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
