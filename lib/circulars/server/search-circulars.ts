import { searchDirectory } from "../../institutions/server/queries.ts";
import type { ReadContext } from "../../platform/context.ts";
import { foldTr } from "../../platform/locale/tr.ts";
import { CircularView } from "../contract.ts";
import type { CircularHit, InstitutionHit, ListHit } from "../search-hits.ts";
import { type FoundCircular, findByCode, searchLatest } from "./search-repository.ts";

const most = 6;
const code = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Found = { circulars: CircularHit[]; institutions: InstitutionHit[]; lists: ListHit[] };

/**
 * Letters and whom they go to: the latest letters by subject, number or part of either, any letter by its verification code,
 * institutions and lists by words of theirs. Three reads beside each other; a code asks for one letter and nothing else.
 */
export async function searchCirculars({ reader }: ReadContext<unknown>, { q }: { q: string }): Promise<Found> {
  const typed = q.trim();
  if (code.test(typed)) return { circulars: (await findByCode(reader, typed)).map(hitOf), institutions: [], lists: [] };
  const words = [...new Set(foldTr(typed).split(" ").filter(Boolean))];
  if (words.length === 0) return { circulars: [], institutions: [], lists: [] };
  const [circulars, directory] = await Promise.all([searchLatest(reader, words, most), searchDirectory(reader, words, most)]);
  return { circulars: circulars.map(hitOf), ...directory };
}

const hitOf = (found: FoundCircular) => ({ ...found, view: CircularView.parse(found.view) });
