// The columnar copy of what statistics count: loaded of one moment of the database, brought up to date by what changed since,
// and asked by tallies within a scope. One piece of work at a time, so that no answer sees half an update.
import { openSnapshot, type Snapshot } from "../../platform/db/snapshot.ts";
import type { RowScope } from "../../platform/db/transaction.ts";
import { type FactTable, factOf } from "../facts.ts";
import { keyOf, type Tallied, type Tally, type TallyRow } from "../tally.ts";
import { findChanges, identityOf } from "./change-feed.ts";
import { Nationalities } from "./column-codes.ts";
import { loadTable, replaceRows } from "./column-feed.ts";
import { rowsFor, scansFor, statementFor } from "./column-scans.ts";
import { type ColumnStore, openColumnStore } from "./column-store.ts";
import { modelTables } from "./column-tables.ts";

/** Changes are kept for a day; a copy that was not brought up to date for this long is loaded anew. */
const oldest = 20 * 3_600_000;
/** Answers kept until the data changes; together at most so many rows. */
const mostKept = 400_000;

export class ReadModel {
  readonly #store: ColumnStore;
  readonly #nationalities = new Nationalities();
  /** By table, so that a permit's change does not make the letters be counted again. */
  readonly #answers = new Map<FactTable, Map<string, readonly TallyRow[]>>();
  #kept = 0;
  #working: Promise<unknown> = Promise.resolve();
  #identity = "";
  #taken = "";
  #at = "";
  readonly loadedAt: string;

  private constructor(store: ColumnStore, snapshot: Snapshot) {
    this.#store = store;
    this.#taken = snapshot.taken;
    this.#at = snapshot.at;
    this.loadedAt = snapshot.at;
  }

  /** Everything, of one moment. */
  static async load(): Promise<ReadModel> {
    const store = await openColumnStore();
    try {
      const snapshot = await openSnapshot({ kind: "country" });
      try {
        const model = new ReadModel(store, snapshot);
        model.#identity = await identityOf(snapshot);
        for (const table of Object.keys(modelTables) as FactTable[]) await loadTable(snapshot, store, table, model.#nationalities);
        return model;
      } finally {
        await snapshot.close();
      }
    } catch (error) {
      store.close();
      throw error;
    }
  }

  /** The moment of the database that the copy shows. */
  get at(): string {
    return this.#at;
  }

  close(): Promise<void> {
    return this.#alone(async () => this.#store.close());
  }

  #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#working.then(work);
    this.#working = done.catch(() => undefined);
    return done;
  }

  /** What changed since; false where the copy can no longer be brought up to date. */
  async update(): Promise<boolean> {
    const snapshot = await openSnapshot({ kind: "country" });
    try {
      return await this.updateTo(snapshot, async () => undefined);
    } finally {
      await snapshot.close();
    }
  }

  /** The same up to a given moment, and `then` before the copy goes on to a later one. */
  updateTo(snapshot: Snapshot, then: () => Promise<void>): Promise<boolean> {
    return this.#alone(async () => {
      // Whoever waited longer than another may come with an older moment.
      if (snapshot.at <= this.#at) return true;
      const isTooOld = Date.parse(snapshot.at) - Date.parse(this.#at) > oldest;
      if (isTooOld || (await identityOf(snapshot)) !== this.#identity) return false;
      const changed = await findChanges(snapshot, this.#taken);
      if (changed === null) return false;
      if (changed.length > 0) await this.#replace(snapshot, changed);
      this.#taken = snapshot.taken;
      this.#at = snapshot.at;
      await then();
      return true;
    });
  }

  async #replace(snapshot: Snapshot, changed: readonly { table: FactTable; ids: string[] }[]): Promise<void> {
    await this.#store.run("BEGIN");
    try {
      for (const one of changed) await replaceRows(snapshot, this.#store, one, this.#nationalities);
      await this.#store.run("COMMIT");
    } catch (error) {
      await this.#store.run("ROLLBACK");
      throw error;
    }
    for (const { table } of changed) this.#forget(table);
  }

  /** What the rows of a scope say, all of one moment. */
  tally(scope: RowScope, tallies: readonly Tally[]): Promise<{ at: string; rows: Tallied }> {
    return this.#alone(() => this.tallyNow(scope, tallies));
  }

  /** For whoever has the copy to himself already. */
  async tallyNow(scope: RowScope, tallies: readonly Tally[]): Promise<{ at: string; rows: Tallied }> {
    const place = scope.kind === "province" ? `${scope.provinceId}` : scope.kind;
    const known = new Map(tallies.map((tally) => [tally, this.#answers.get(factOf(tally.fact).table)?.get(`${place}${keyOf(tally)}`)]));
    const unknown = tallies.filter((tally) => !known.get(tally));
    const scans = scansFor(scope, unknown, this.#nationalities);
    const found = scans.length > 0 ? Map.groupBy(await this.#store.rows(statementFor(scans)), ([at]) => at) : new Map();
    for (const [at, scan] of scans.entries()) {
      for (const tally of scan.tallies) {
        const rows = rowsFor(tally, scan, found.get(at) ?? [], this.#nationalities);
        known.set(tally, rows);
        this.#keep(factOf(tally.fact).table, `${place}${keyOf(tally)}`, rows);
      }
    }
    return { at: this.#at, rows: tallies.map((tally) => known.get(tally) ?? []) };
  }

  /** The rows of one statement; for questions other than tallies, whose text carries the scope. */
  count(statement: string): Promise<{ at: string; total: number }> {
    return this.#alone(async () => ({ at: this.#at, total: (await this.#store.rows(statement))[0]?.[0] ?? 0 }));
  }

  get nationalities(): Nationalities {
    return this.#nationalities;
  }

  #keep(table: FactTable, key: string, rows: readonly TallyRow[]): void {
    if (this.#kept + rows.length > mostKept) for (const one of [...this.#answers.keys()]) this.#forget(one);
    const answers = this.#answers.get(table) ?? new Map<string, readonly TallyRow[]>();
    this.#answers.set(table, answers.set(key, rows));
    this.#kept += rows.length + 1;
  }

  #forget(table: FactTable): void {
    for (const rows of this.#answers.get(table)?.values() ?? []) this.#kept -= rows.length + 1;
    this.#answers.delete(table);
  }
}
