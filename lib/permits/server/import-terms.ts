import { addDays } from "../../platform/calendar/local-day.ts";
import type { KnownTerm } from "./import-repository.ts";

/** P4's unit: one person's permit of one kind with one employer; both days belong to it. */
export type Term = { personKey: string; kind: string; taxNumber: string | null; from: string; to: string | null };

/** The permit that a row makes or changes, and where the row stands. */
type Named = { id: string; number: string; rowNumber: number };

const forever = "9999-12-31";
const binds = (term: Term, other: Term): boolean =>
  term.kind === other.kind &&
  term.taxNumber === other.taxNumber &&
  term.from <= (other.to ?? forever) &&
  other.from <= (term.to ?? forever);

/** The terms of one file as it is tried out, so that its rows are compared with each other and with the records (P4). */
export class TermBook {
  private readonly rows = new Map<string, (Term & Named)[]>();

  /** What the office is told of a clash with a record or an earlier row; a term without one is remembered. */
  clash(term: Term, named: Named, known: readonly KnownTerm[]): string | null {
    const record = known.find((other) => binds(term, termOf(other)));
    if (record) return `Aynı kişi, tür ve işveren için ${record.number} sayılı iznin tarihleriyle çakışıyor.`;
    const others = this.rows.get(term.personKey);
    const row = others?.find((other) => binds(term, other));
    if (row) return `Aynı kişi, tür ve işveren için ${row.rowNumber}. satırın tarihleriyle çakışıyor.`;
    if (others) others.push({ ...term, ...named });
    else this.rows.set(term.personKey, [{ ...term, ...named }]);
    return null;
  }

  /** A sound row above, by the permit's number. */
  find(personKey: string, number: string): { id: string; from: string } | undefined {
    return this.rows.get(personKey)?.find((other) => other.number === number);
  }
}

/** A record is cut the day before what ended it. */
function termOf({ personKey, kind, taxNumber, from, until }: KnownTerm): Term {
  return { personKey, kind, taxNumber, from, to: until && addDays(until, -1) };
}
