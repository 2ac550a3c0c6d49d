// The words of the demo's names and their tokens. A thread asks the database only for words it has not met.
import type pg from "pg";
import { tokensOf } from "../../lib/permits/name-tokens.ts";
import type { SeedPerson } from "./permit-block.ts";

/** Writes folded words that are not there yet and tells their ids; sorted, so that two threads never wait for each other in turn. */
export async function tokenIds(client: pg.ClientBase, folded: Iterable<string>): Promise<Map<string, number>> {
  const words = [...folded].sort();
  if (words.length === 0) return new Map();
  await client.query("INSERT INTO name_token (folded) SELECT w FROM unnest($1::text[]) w ORDER BY w ON CONFLICT DO NOTHING", [words]);
  const { rows } = await client.query<{ id: number; folded: string }>("SELECT id, folded FROM name_token WHERE folded = ANY ($1)", [words]);
  return new Map(rows.map(({ id, folded: word }) => [word, id]));
}

const splitWords = (name: string): string[] => name.split(" ");

export function nameTokens(client: pg.ClientBase) {
  /** As in the passport, one word at a time: its tokens as they are searched. */
  const known = new Map<string, number[]>();
  return {
    async write(persons: Iterable<SeedPerson>): Promise<void> {
      const fresh = new Map<string, string[]>();
      for (const { givenNames, surname } of persons) {
        for (const word of [...splitWords(givenNames), ...splitWords(surname)]) {
          if (!known.has(word) && !fresh.has(word)) fresh.set(word, tokensOf(word));
        }
      }
      const ids = await tokenIds(client, new Set([...fresh.values()].flat()));
      for (const [word, folded] of fresh)
        known.set(
          word,
          folded.flatMap((token) => ids.get(token) ?? []),
        );
    },
    tokensOf: (name: string): readonly number[] => [...new Set(splitWords(name).flatMap((word) => known.get(word) ?? []))],
  };
}
