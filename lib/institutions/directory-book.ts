// The directory as a file is read against it: an institution by its DETSİS number or by its full name, never by a guess.
import { foldTr } from "../platform/locale/tr.ts";

export type BookEntry = {
  id: string;
  provinceId: number;
  name: string;
  district: string | null;
  detsisNumber: string | null;
  dative: string;
  isClosed: boolean;
};

export class DirectoryBook {
  readonly entries: readonly BookEntry[];
  private readonly numbers = new Map<string, BookEntry>();
  private readonly names = new Map<string, BookEntry[]>();

  constructor(entries: readonly BookEntry[]) {
    this.entries = entries;
    for (const entry of entries) {
      // A closed institution keeps its number; by its name nobody means it.
      if (entry.detsisNumber) this.numbers.set(entry.detsisNumber, entry);
      if (entry.isClosed) continue;
      const key = nameKey(entry.provinceId, entry.name);
      const same = this.names.get(key);
      if (same) same.push(entry);
      else this.names.set(key, [entry]);
    }
  }

  byNumber(detsisNumber: string): BookEntry | undefined {
    return this.numbers.get(detsisNumber);
  }

  /** Open institutions of the province that are called so, whatever the accents and capitals. */
  byName(provinceId: number, name: string): readonly BookEntry[] {
    return this.names.get(nameKey(provinceId, name)) ?? [];
  }
}

export const nameKey = (provinceId: number, name: string): string => `${provinceId} ${foldTr(name)}`;
