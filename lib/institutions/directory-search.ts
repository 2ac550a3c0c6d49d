// Finding an institution as people type it: any order of words, without Turkish letters, by number or by address.
import { foldTr } from "../platform/locale/tr.ts";

/** The words of a question; an institution is found that has each of them somewhere in its search text. */
export const searchWords = (question: string): string[] => [...new Set(foldTr(question).split(" ").filter(Boolean))];
