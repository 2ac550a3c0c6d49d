import type { Actor } from "../../access/policy.ts";
import type { ReadContext } from "../../platform/context.ts";
import { openSnapshot } from "../../platform/db/snapshot.ts";
import type { RowScope } from "../../platform/db/transaction.ts";
import type { OutputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { reconcileStatistics as endpoint } from "../contract.ts";
import { type ReconciliationLine, reconciliationLines } from "../reconciliation.ts";
import { lookUp, type Tallied, type Tally, talliesFor } from "../tally.ts";
import { currentModel } from "./current-model.ts";
import { tallyInDatabase } from "./postgres-tallies.ts";
import type { ReadModel } from "./read-model.ts";

type Reconciliation = OutputOf<typeof endpoint>;
type Kept = { model: ReadModel | null; startedAt: number; made: Promise<Reconciliation> };

const kept = globalThis as typeof globalThis & { reconciliations?: Map<string, Kept> };
const keptFor = 5 * 60_000;

/**
 * Made once for all who read the same rows, and good for five minutes: it counts every record, which for the country is half
 * a minute of the database's work, and it says of which moment it is.
 */
export function reconcileStatistics(ctx: ReadContext<Actor>): Promise<Reconciliation> {
  kept.reconciliations ??= new Map();
  const { reconciliations } = kept;
  const key = JSON.stringify(ctx.reader.scope);
  const model = currentModel();
  const last = reconciliations.get(key);
  if (last && last.model === model && performance.now() - last.startedAt < keptFor) return last.made;
  const made = reconcile(ctx);
  reconciliations.set(key, { model, startedAt: performance.now(), made });
  made.catch(() => reconciliations.delete(key));
  return made;
}

/** D14: what the read model says beside what the records say, of one and the same moment. */
export async function reconcile({ reader, now }: Pick<ReadContext<Actor>, "reader" | "now">): Promise<Reconciliation> {
  const today = localDateOf(now);
  const tallies = talliesFor((rows) => reconciliationLines(rows, today));
  const told = (rows: Tallied) => reconciliationLines(lookUp(tallies, rows), today);
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const both = await ofOneMoment(reader.scope, tallies);
    if (both) return { at: both.at, loadedAt: both.loadedAt, ...sideBySide(told(both.columns), told(both.database)) };
  }
  const database = told((await tallyInDatabase(reader, tallies)).rows);
  const lines = database.map(({ name, number }) => ({ name, columns: null, database: number, difference: null }));
  return { at: null, loadedAt: null, lines, difference: 0 };
}

type Both = { at: string; loadedAt: string; columns: Tallied; database: Tallied };

/** The copy is brought to a moment and asked before it goes on; the records are then counted as they were at that moment. */
async function ofOneMoment(scope: RowScope, tallies: readonly Tally[]): Promise<Both | null> {
  const model = currentModel();
  if (!model) return null;
  const snapshot = await openSnapshot({ kind: "country" });
  try {
    const found: { columns?: Tallied } = {};
    await model.updateTo(snapshot, async () => {
      found.columns = (await model.tallyNow(scope, tallies)).rows;
    });
    if (!found.columns) return null;
    await snapshot.enter(scope);
    const database = await tallyInDatabase({ scope, rows: snapshot.rows }, tallies);
    return { at: snapshot.at, loadedAt: model.loadedAt, columns: found.columns, database: database.rows };
  } finally {
    await snapshot.close();
  }
}

function sideBySide(columns: readonly ReconciliationLine[], database: readonly ReconciliationLine[]) {
  const lines = database.map(({ name, number }, at) => {
    const own = columns[at]?.number ?? 0;
    return { name, columns: own, database: number, difference: own - number };
  });
  return { lines, difference: lines.reduce((sum, { difference }) => sum + Math.abs(difference), 0) };
}
