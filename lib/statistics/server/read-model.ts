// The columnar copy of what statistics count: loaded of one moment of the database, brought up to date by what changed since,
// and asked by tallies within a scope. One piece of work at a time, so that no answer sees half an update.
import { openSnapshot, type Snapshot } from "../../platform/db/snapshot.ts";
import type { RowScope } from "../../platform/db/transaction.ts";
import { type FactTable, factOf } from "../facts.ts";
import { keyOf, type Tallied, type Tally, type TallyRow } from "../tally.ts";
import { findChanges, identityOf } from "./change-feed.ts";
import { Nationalities } from "./column-codes.ts";
import { loadTable, replaceRows } from "./column-feed.ts";
import { type PageAsked, type RecordKey, recordKeyIn, recordsStatement } from "./column-records.ts";
import { rowsFor, scansFor, statementFor } from "./column-scans.ts";
import { Shares } from "./column-shares.ts";
import { type ColumnStore, openColumnStore } from "./column-store.ts";
import { modelTables, type RowSet } from "./column-tables.ts";
import { amended, KeptAnswers, lastDayIn, monthlyOf, summedUp } from "./kept-answers.ts";

/** Changes are kept for a day; a copy that was not brought up to date for this long is loaded anew. */
const oldest = 20 * 3_600_000;
const country = { kind: "country" } as const;

export class ReadModel {
  readonly #store: ColumnStore;
  readonly #nationalities = new Nationalities();
  readonly #kept = new KeptAnswers();
  #shares = new Shares();
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
        model.#shares = await Shares.in(store.rows);
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
    const kept: { tally: Tally; rows: TallyRow[] }[] = [];
    await this.#store.run("BEGIN");
    try {
      for (const one of changed) {
        await replaceRows(snapshot, this.#store, one, this.#nationalities);
        kept.push(...(await this.#amended(one.table)));
      }
      await this.#store.run("COMMIT");
    } catch (error) {
      await this.#store.run("ROLLBACK");
      throw error;
    }
    for (const { table } of changed) this.#kept.forget(table);
    for (const { tally, rows } of kept) this.#kept.keep(country.kind, tally, rows);
  }

  /** What is kept of the country without a filter, with the rows just replaced: a click after a commit costs no more than one before. */
  async #amended(table: FactTable): Promise<{ tally: Tally; rows: TallyRow[] }[]> {
    const tallies = this.#kept.withoutFilter(country.kind, table);
    const [gone, come] = [await this.#scan(country, tallies, "gone"), await this.#scan(country, tallies, "come")];
    return tallies.map((tally) => {
      const counted = this.#kept.find(country.kind, tally) ?? [];
      return { tally, rows: amended(counted, gone.get(keyOf(tally)) ?? [], come.get(keyOf(tally)) ?? []) };
    });
  }

  /** What the rows of a scope say, all of one moment. */
  tally(scope: RowScope, tallies: readonly Tally[]): Promise<{ at: string; rows: Tallied }> {
    return this.#alone(() => this.tallyNow(scope, tallies));
  }

  /** For whoever has the copy to himself already. */
  async tallyNow(scope: RowScope, tallies: readonly Tally[]): Promise<{ at: string; rows: Tallied }> {
    const lastDay = lastDayIn(tallies);
    const monthly = tallies.map((tally) => monthlyOf(tally, lastDay));
    const found = await this.#count(scope, monthly);
    const rows = tallies.map((tally, at) => (monthly[at] === tally ? (found[at] ?? []) : summedUp(tally, found[at] ?? [])));
    return { at: this.#at, rows };
  }

  async #count(scope: RowScope, tallies: readonly Tally[]): Promise<(readonly TallyRow[])[]> {
    const place = scope.kind === "province" ? `${scope.provinceId}` : scope.kind;
    const known = new Map(tallies.map((tally) => [keyOf(tally), this.#kept.find(place, tally)]));
    const unknown = new Map(tallies.flatMap((tally) => (known.get(keyOf(tally)) ? [] : [[keyOf(tally), tally]])));
    const found = await this.#scan(scope, [...unknown.values()]);
    for (const [key, tally] of unknown) this.#kept.keep(place, tally, found.get(key) ?? []);
    return tallies.map((tally) => known.get(keyOf(tally)) ?? found.get(keyOf(tally)) ?? []);
  }

  /** The rows of tallies that differ, by their keys; of the tables as they are, or of what an update replaced in one. */
  async #scan(scope: RowScope, tallies: readonly Tally[], of?: RowSet): Promise<Map<string, TallyRow[]>> {
    const scans = scansFor(scope, tallies, { nationalities: this.#nationalities, shares: this.#shares });
    const cells = scans.length > 0 ? Map.groupBy(await this.#store.rows(statementFor(scans, of)), ([at]) => at) : new Map();
    return new Map(
      scans.flatMap((scan, at) =>
        scan.tallies.map((tally) => [keyOf(tally), rowsFor(tally, scan, cells.get(at) ?? [], this.#nationalities)] as const),
      ),
    );
  }

  /** The rows of one statement; for questions other than tallies, whose text carries the scope. */
  count(statement: string): Promise<{ at: string; total: number }> {
    return this.#alone(async () => ({ at: this.#at, total: (await this.#store.rows(statement))[0]?.[0] ?? 0 }));
  }

  /** A page of the records that a tally counts. */
  records(scope: RowScope, asked: Omit<Tally, "by">, page: PageAsked): Promise<{ at: string; keys: RecordKey[] }> {
    return this.#alone(async () => {
      const rows = await this.#store.rows(recordsStatement(scope, asked, page, this.#nationalities));
      return { at: this.#at, keys: rows.map((row) => recordKeyIn(row, factOf(asked.fact).day !== null)) };
    });
  }

  get nationalities(): Nationalities {
    return this.#nationalities;
  }
}
