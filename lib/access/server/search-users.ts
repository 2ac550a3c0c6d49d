import { readerOf } from "../../platform/db/reader.ts";
import { foldTr } from "../../platform/locale/tr.ts";
import type { UserHit } from "../search-hits.ts";
import { findUserHits } from "./user-search-repository.ts";

const most = 6;

/** Accounts of every unit, for whoever keeps them; they are read in a scope of their own. */
export async function searchUsers(q: string): Promise<UserHit[]> {
  const words = [...new Set(foldTr(q).split(" ").filter(Boolean))];
  return words.length === 0 ? [] : await findUserHits(readerOf({ kind: "accounts" }), words, most);
}
