// Finding permits and employers. Within a province an index works before the policy only for leakproof operators, so
// numbers go by `^@`, digests and words by `=`; the fuzzy part asks name_token, which holds no person and has no policy.
import { joinSql, type Sql, sql } from "../../platform/db/sql.ts";
import { type Db, scopeSql } from "../../platform/db/transaction.ts";
import type { PermitKind, PermitState } from "../contract.ts";
import { distanceOf, mostEdits } from "../search-question.ts";

export type FoundPermit = {
  id: string;
  number: string;
  givenNames: string;
  surname: string;
  nationality: string;
  kind: PermitKind;
  state: PermitState;
  provinceId: number;
  validTo: string | null;
  registeredAt: Date;
  employerTitle: string | null;
};
export type FoundEmployer = { id: string; title: string; taxNumber: string; provinceId: number; sector: string };

type Ids = { id: string }[];
const idsOf = (rows: Ids): string[] => rows.map(({ id }) => id);

/** Uses permit_number_key. */
export async function permitsByNumber(db: Db, prefix: string, most: number): Promise<string[]> {
  return idsOf(
    await db.tx.$queryRaw<Ids>`SELECT p.id FROM permit p WHERE p.number ^@ ${prefix} AND ${scopeSql(db.scope, "p.province_id")}
    ORDER BY p.number LIMIT ${most}`,
  );
}

/** Uses permit_application_number_key and permit_application_id_idx. */
export async function permitsByApplication(db: Db, prefix: string, most: number): Promise<string[]> {
  return idsOf(
    await db.tx.$queryRaw<Ids>`SELECT p.id FROM permit_application a JOIN permit p ON p.application_id = a.id
    WHERE a.number ^@ ${prefix} AND ${scopeSql(db.scope, "a.province_id")} AND ${scopeSql(db.scope, "p.province_id")}
    ORDER BY a.number LIMIT ${most}`,
  );
}

/** Uses permit_identity_foreigner_id_index_idx. */
export async function permitsByForeignerId(db: Db, index: Uint8Array, most: number): Promise<string[]> {
  return idsOf(
    await db.tx.$queryRaw<Ids>`SELECT i.permit_id AS id FROM permit_identity i
    WHERE i.foreigner_id_index = ${index} AND ${scopeSql(db.scope, "i.province_id")} LIMIT ${most}`,
  );
}

/** Uses permit_identity_passport_index_idx. */
export async function permitsByPassport(db: Db, index: Uint8Array, most: number): Promise<string[]> {
  return idsOf(
    await db.tx.$queryRaw<Ids>`SELECT i.permit_id AS id FROM permit_identity i
    WHERE i.passport_index = ${index} AND ${scopeSql(db.scope, "i.province_id")} LIMIT ${most}`,
  );
}

/** Ids of words equal to the asked one, and of those that it begins or that a slip of the finger turns into it. */
export type WordTokens = { exact: number[]; near: number[] };

export async function tokensLike(db: Db, words: readonly string[]): Promise<WordTokens[]> {
  const found: WordTokens[] = [];
  for (const word of words) found.push(await tokensLikeWord(db, word));
  return found;
}

async function tokensLikeWord(db: Db, word: string): Promise<WordTokens> {
  type Token = { id: number; folded: string };
  const begun = await db.tx.$queryRaw<Token[]>`
    SELECT id, folded FROM name_token WHERE folded ^@ ${word} ORDER BY length(folded), folded LIMIT 60`;
  const slipped = mostEdits(word) === 0 ? [] : await slippedTokens(db, word);
  const near = [...begun, ...slipped].filter(({ folded }) => distanceOf(word, folded) !== null);
  const exact = near.filter(({ folded }) => folded === word).map(({ id }) => id);
  return { exact: [...new Set(exact)], near: [...new Set(near.map(({ id }) => id))] };
}

/** Uses name_token_trigram with the similarity that a word of this length keeps after its edits. */
async function slippedTokens(db: Db, word: string): Promise<{ id: number; folded: string }[]> {
  const kept = word.length + 1 - 4 * mostEdits(word);
  const threshold = Math.max(kept / (word.length + 5) - 0.01, 0.1);
  await db.tx.$queryRaw`SELECT set_config('pg_trgm.similarity_threshold', ${threshold.toFixed(3)}, true)`;
  return await db.tx.$queryRaw`
    SELECT id, folded FROM name_token WHERE folded % ${word} AND length(folded) BETWEEN ${word.length - 2} AND ${word.length + 2}
    ORDER BY similarity(folded, ${word}) DESC LIMIT 200`;
}

const anyOf = (tokens: readonly number[]): Sql => sql`ANY(${[...tokens]}::int[])`;

/** Those that hold one token of every word. Uses holder_token_pkey. */
export async function permitsByWords(db: Db, words: readonly (readonly number[])[], most: number): Promise<string[]> {
  const [first = [], ...others] = words;
  const alike = others.map(
    (tokens) => sql`EXISTS (SELECT 1 FROM holder_token o WHERE o.token_id = ${anyOf(tokens)}
      AND o.province_id = h.province_id AND o.permit_id = h.permit_id AND ${scopeSql(db.scope, "o.province_id")})`,
  );
  return idsOf(
    await db.tx.$queryRaw<Ids>`SELECT h.permit_id AS id FROM holder_token h
    WHERE ${joinSql([sql`h.token_id = ${anyOf(first)}`, scopeSql(db.scope, "h.province_id"), ...alike], " AND ")} LIMIT ${most}`,
  );
}

/** Those whose title holds one token of every word. Uses employer_token_pkey. */
export async function employersByWords(db: Db, words: readonly (readonly number[])[], most: number): Promise<string[]> {
  const [first = [], ...others] = words;
  const alike = others.map(
    (tokens) => sql`EXISTS (SELECT 1 FROM employer_token o WHERE o.token_id = ${anyOf(tokens)}
      AND o.province_id = h.province_id AND o.employer_id = h.employer_id AND ${scopeSql(db.scope, "o.province_id")})`,
  );
  return idsOf(
    await db.tx.$queryRaw<Ids>`SELECT h.employer_id AS id FROM employer_token h
    WHERE ${joinSql([sql`h.token_id = ${anyOf(first)}`, scopeSql(db.scope, "h.province_id"), ...alike], " AND ")} LIMIT ${most}`,
  );
}

/** The provinces one by one, so that the key (province, tax number) answers for the country too. */
export async function employersByTaxNumber(db: Db, taxNumber: string, most: number): Promise<string[]> {
  return idsOf(
    await db.tx.$queryRaw<Ids>`SELECT e.id FROM generate_series(1, 81) AS province(id)
    JOIN employer e ON e.province_id = province.id::smallint AND e.tax_number = ${taxNumber} AND ${scopeSql(db.scope, "e.province_id")} LIMIT ${most}`,
  );
}

export async function readPermits(db: Db, ids: readonly string[], today: string): Promise<FoundPermit[]> {
  if (ids.length === 0) return [];
  return await db.tx.$queryRaw<FoundPermit[]>`
    SELECT p.id, p.number, p.given_names AS "givenNames", p.surname, p.nationality, p.kind, p.province_id AS "provinceId",
           permit_state(p.status, p.valid_from, p.valid_to, ${today}::date) AS state, p.valid_to::text AS "validTo",
           p.registered_at AS "registeredAt", e.title AS "employerTitle"
    FROM permit p LEFT JOIN employer e ON e.id = p.employer_id AND ${scopeSql(db.scope, "e.province_id")}
    WHERE p.id = ANY(${[...ids]}::uuid[]) AND ${scopeSql(db.scope, "p.province_id")}`;
}

export async function readEmployers(db: Db, ids: readonly string[]): Promise<FoundEmployer[]> {
  if (ids.length === 0) return [];
  return await db.tx.$queryRaw<FoundEmployer[]>`
    SELECT e.id, e.title, e.tax_number AS "taxNumber", e.province_id AS "provinceId", e.sector
    FROM employer e WHERE e.id = ANY(${[...ids]}::uuid[]) AND ${scopeSql(db.scope, "e.province_id")}`;
}
