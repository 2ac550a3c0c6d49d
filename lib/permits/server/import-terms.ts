import { addDays } from "../../platform/calendar/local-day.ts";
import type { KnownTerm } from "./import-repository.ts";

/** P4's unit: one person's permit of one kind with one employer; both days belong to it. */
export type Term = { personKey: string; kind: string; taxNumber: string | null; from: string; to: string | null };

/** The permit that a row makes or changes, and where the row stands. */
type Named = { id: string; number: string; rowNumber: number };

/** What is kept of each of a quarter of a million rows. */
type Kept = Omit<Term, "personKey"> & Named;

const forever = "9999-12-31";
const binds = (term: Omit<Term, "personKey">, other: Omit<Term, "personKey">): boolean =>
  term.kind === other.kind &&
  term.taxNumber === other.taxNumber &&
  term.from <= (other.to ?? forever) &&
  other.from <= (term.to ?? forever);

/** The terms of one file as it is tried out, so that its rows are compared with each other and with the records (P4). */
export class TermBook {
  /** A list only for the few persons who stand in the file more than once. */
  private readonly rows = new Map<string, Kept | Kept[]>();

  /** What the office is told of a clash with a record or an earlier row; a term without one is remembered. */
  clash({ personKey, kind, taxNumber, from, to }: Term, { id, number, rowNumber }: Named, known: readonly KnownTerm[]): string | null {
    const row: Kept = { kind, taxNumber, from, to, id, number, rowNumber };
    const record = known.find((other) => binds(row, termOf(other)));
    if (record) return `Aynı kişi, tür ve işveren için ${record.number} sayılı iznin tarihleriyle çakışıyor.`;
    const others = this.of(personKey);
    const earlier = others.find((other) => binds(row, other));
    if (earlier) return `Aynı kişi, tür ve işveren için ${earlier.rowNumber}. satırın tarihleriyle çakışıyor.`;
    this.rows.set(personKey, others.length === 0 ? row : [...others, row]);
    return null;
  }

  /** A sound row above, by the permit's number. */
  find(personKey: string, number: string): { id: string; from: string } | undefined {
    return this.of(personKey).find((other) => other.number === number);
  }

  private of(personKey: string): readonly Kept[] {
    const kept = this.rows.get(personKey);
    if (kept === undefined) return [];
    return Array.isArray(kept) ? kept : [kept];
  }
}

/** A record is cut the day before what ended it. */
const termOf = ({ kind, taxNumber, from, until }: KnownTerm) => ({ kind, taxNumber, from, to: until && addDays(until, -1) });
