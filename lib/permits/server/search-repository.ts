// Finding permits and employers. Within a province an index works before the policy only for leakproof operators, so
// numbers go by `^@`, digests and words by `=`; the fuzzy part asks name_token, which holds no person and has no policy.
// Each question is one statement: what is found is cut first, then its few rows are looked up.
import type { Reader } from "../../platform/db/reader.ts";
import { joinSql, type Sql, sql } from "../../platform/db/sql.ts";
import { type RowScope, scopeSql } from "../../platform/db/transaction.ts";
import type { PermitKind, PermitState } from "../contract.ts";
import type { MatchedBy } from "../search-contract.ts";
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
  matchedBy: MatchedBy;
};
export type FoundEmployer = { id: string; title: string; taxNumber: string; provinceId: number; sector: string };

export type AskedNumbers = {
  numberPrefix: string | null;
  applicationPrefix: string | null;
  foreignerIdIndex: Uint8Array | null;
  passportIndex: Uint8Array | null;
};

const columns = (scope: RowScope, today: string): Sql => sql`
  p.id, p.number, p.given_names AS "givenNames", p.surname, p.nationality, p.kind, p.province_id AS "provinceId",
  permit_state(p.status, p.valid_from, p.valid_to, ${today}::date) AS state, p.valid_to::text AS "validTo",
  p.registered_at AS "registeredAt",
  (SELECT e.title FROM employer e WHERE e.id = p.employer_id AND ${scopeSql(scope, "e.province_id")}) AS "employerTitle"`;

/** Each kind of number by its own index, the surest first; a permit found twice comes twice. */
export async function permitsByNumbers({ scope, rows }: Reader, asked: AskedNumbers, today: string, most: number): Promise<FoundPermit[]> {
  const found = foundByNumbers(scope, asked, most);
  if (found.length === 0) return [];
  return await rows<FoundPermit>(sql`
    WITH found AS MATERIALIZED (${joinSql(found, " UNION ALL ")})
    SELECT ${columns(scope, today)}, found.by AS "matchedBy"
    FROM found JOIN permit p ON p.id = found.id AND ${scopeSql(scope, "p.province_id")}
    ORDER BY found.rank, found.place`);
}

/** permit_identity_foreigner_id_index_idx, permit_identity_passport_index_idx, permit_number_key, permit_application_number_key. */
function foundByNumbers(scope: RowScope, asked: AskedNumbers, most: number): Sql[] {
  const { foreignerIdIndex, passportIndex, numberPrefix, applicationPrefix } = asked;
  const inScope = scopeSql(scope, "i.province_id");
  return [
    foreignerIdIndex &&
      sql`(SELECT i.permit_id AS id, 'foreigner_id' AS by, 1 AS rank, '' AS place FROM permit_identity i
        WHERE i.foreigner_id_index = ${foreignerIdIndex} AND ${inScope} LIMIT ${most})`,
    passportIndex &&
      sql`(SELECT i.permit_id AS id, 'passport' AS by, 2 AS rank, '' AS place FROM permit_identity i
        WHERE i.passport_index = ${passportIndex} AND ${inScope} LIMIT ${most})`,
    numberPrefix &&
      sql`(SELECT n.id, 'number' AS by, 3 AS rank, n.number AS place FROM permit n
        WHERE n.number ^@ ${numberPrefix} AND ${scopeSql(scope, "n.province_id")} ORDER BY n.number LIMIT ${most})`,
    applicationPrefix &&
      sql`(SELECT n.id, 'application' AS by, 4 AS rank, a.number AS place FROM permit_application a JOIN permit n ON n.application_id = a.id
        WHERE a.number ^@ ${applicationPrefix} AND ${scopeSql(scope, "a.province_id")} AND ${scopeSql(scope, "n.province_id")}
        ORDER BY a.number LIMIT ${most})`,
  ].filter((part) => part !== null && part !== "");
}

/** Ids of words equal to the asked one, and of those that it begins or that a slip of the finger turns into it. */
export type WordTokens = { exact: number[]; near: number[] };

type Token = { at: number; id: number; folded: string };

/** Uses name_token_folded_key and name_token_trigram, every word in the same statement; two slips cost ten times one. */
export async function tokensLike({ rows }: Reader, words: readonly string[], slips: 1 | 2): Promise<WordTokens[]> {
  if (words.length === 0) return [];
  const found = await rows<Token>(
    joinSql(
      words.flatMap((word, at) => tokensOfWord(word, at, Math.min(mostEdits(word), slips))),
      " UNION ALL ",
    ),
  );
  return words.map((word, at) => {
    const near = found.filter((token) => token.at === at && distanceOf(word, token.folded) !== null);
    const exact = near.filter(({ folded }) => folded === word).map(({ id }) => id);
    return { exact: [...new Set(exact)], near: [...new Set(near.map(({ id }) => id))] };
  });
}

function tokensOfWord(word: string, at: number, edits: number): Sql[] {
  const begun = sql`(SELECT ${at}::int AS at, id, folded FROM name_token WHERE folded ^@ ${word} ORDER BY length(folded), folded LIMIT 60)`;
  return edits === 0 ? [begun] : [begun, slippedTokens(word, at, edits)];
}

/**
 * With the similarity that a word of this length keeps after its edits. The setting is a condition on no column, which is
 * judged once and before this part's index is read; every part sets its own.
 */
function slippedTokens(word: string, at: number, edits: number): Sql {
  const kept = word.length + 1 - 4 * edits;
  const threshold = Math.max(kept / (word.length + 5) - 0.01, 0.1).toFixed(3);
  return sql`(SELECT ${at}::int AS at, id, folded FROM name_token
    WHERE (SELECT set_config('pg_trgm.similarity_threshold', ${threshold}, true)) IS NOT NULL AND folded % ${word}
      AND length(folded) BETWEEN ${word.length - 2} AND ${word.length + 2}
    ORDER BY similarity(folded, ${word}) DESC LIMIT 200)`;
}

const anyOf = (tokens: readonly number[]): Sql => sql`ANY(${[...tokens]}::int[])`;

/** A short word begins half of all names: the one with the fewest spellings leads, and the others only cut down what it found. */
const fewestFirst = (words: readonly (readonly number[])[]) => words.toSorted((a, b) => a.length - b.length);

/** Those that hold one token of every word. Uses holder_token_pkey. */
export async function permitsByWords(
  { scope, rows }: Reader,
  words: readonly (readonly number[])[],
  today: string,
  most: number,
): Promise<FoundPermit[]> {
  const [first = [], ...others] = fewestFirst(words);
  const alike = others.map(
    (tokens) => sql`EXISTS (SELECT 1 FROM holder_token o WHERE o.token_id = ${anyOf(tokens)}
      AND o.province_id = h.province_id AND o.permit_id = h.permit_id AND ${scopeSql(scope, "o.province_id")})`,
  );
  const held = joinSql([sql`h.token_id = ${anyOf(first)}`, scopeSql(scope, "h.province_id"), ...alike], " AND ");
  const statement = sql`
    WITH found AS MATERIALIZED (SELECT h.permit_id AS id FROM holder_token h WHERE ${held} LIMIT ${most})
    SELECT ${columns(scope, today)}, 'name' AS "matchedBy"
    FROM found JOIN permit p ON p.id = found.id AND ${scopeSql(scope, "p.province_id")}`;
  return await rows<FoundPermit>(statement, { isSerial: true });
}

const employerColumns = sql`e.id, e.title, e.tax_number AS "taxNumber", e.province_id AS "provinceId", e.sector`;

/** Those whose title holds one token of every word. Uses employer_token_pkey. */
export async function employersByWords(
  { scope, rows }: Reader,
  words: readonly (readonly number[])[],
  most: number,
): Promise<FoundEmployer[]> {
  const [first = [], ...others] = fewestFirst(words);
  const alike = others.map(
    (tokens) => sql`EXISTS (SELECT 1 FROM employer_token o WHERE o.token_id = ${anyOf(tokens)}
      AND o.province_id = h.province_id AND o.employer_id = h.employer_id AND ${scopeSql(scope, "o.province_id")})`,
  );
  const held = joinSql([sql`h.token_id = ${anyOf(first)}`, scopeSql(scope, "h.province_id"), ...alike], " AND ");
  const statement = sql`
    WITH found AS MATERIALIZED (SELECT h.employer_id AS id FROM employer_token h WHERE ${held} LIMIT ${most})
    SELECT ${employerColumns} FROM found JOIN employer e ON e.id = found.id AND ${scopeSql(scope, "e.province_id")}`;
  return await rows<FoundEmployer>(statement, { isSerial: true });
}

/** The provinces one by one, so that the key (province, tax number) answers for the country too. */
export async function employersByTaxNumber({ scope, rows }: Reader, taxNumber: string, most: number): Promise<FoundEmployer[]> {
  return await rows<FoundEmployer>(sql`
    SELECT ${employerColumns} FROM generate_series(1, 81) AS province(id)
    JOIN employer e ON e.province_id = province.id::smallint AND e.tax_number = ${taxNumber} AND ${scopeSql(scope, "e.province_id")} LIMIT ${most}`);
}
