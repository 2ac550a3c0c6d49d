import pg from "pg";
import { ownerSql } from "./database.ts";

export type Statement = { text: string; values: unknown[]; role: string; province: string | null };
type Scope = { role: string; province: string | null };
type Query = (...given: unknown[]) => unknown;

const scopes = new WeakMap<object, Scope>();
const none: Scope = { role: "izin_base", province: null };

/** Listens on the driver while `work` runs: every statement the application sent, with the role and province it ran in. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  prototype.query = function listening(this: object, ...given: unknown[]) {
    const statement = statementOf(given);
    if (statement) sent.push({ ...statement, ...follow(this, statement) });
    return query.apply(this, given);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return sent;
}

function statementOf([first, second]: unknown[]): { text: string; values: unknown[] } | null {
  if (typeof first === "string") return { text: first, values: Array.isArray(second) ? second : [] };
  const { text, values = [] } = (first ?? {}) as { text?: string; values?: unknown[] };
  if (text && values.length === 0 && Array.isArray(second)) return { text, values: second };
  return text ? { text, values } : null;
}

/** The scope is what the transaction's first statement set, until the transaction ends. */
function follow(connection: object, { text, values }: { text: string; values: unknown[] }): Scope {
  const role = /(?:set_config\('role', '|SET LOCAL ROLE )(izin_\w+)/.exec(text)?.[1];
  const province = values[0] ?? /app\.province(?:', | = )'(\d+)'/.exec(text)?.[1] ?? null;
  if (/^(BEGIN|COMMIT|ROLLBACK)/i.test(text)) scopes.delete(connection);
  // A reader begins and sets its scope in one message.
  if (role) scopes.set(connection, { role, province: province === null ? null : String(province) });
  return scopes.get(connection) ?? none;
}

type Plan = { "Node Type": string; "Relation Name"?: string; "Index Name"?: string; Plans?: Plan[] };

/** The tables a statement would read from end to end, planned in its own role and province. */
export const scannedTables = async (statement: Statement): Promise<string[]> => (await planOf(statement)).flatMap(scansIn);

/** The indexes it would go by. */
export const usedIndexes = async (statement: Statement): Promise<string[]> => (await planOf(statement)).flatMap(indexesIn);

async function planOf({ text, values, role, province }: Statement): Promise<Plan[]> {
  await ownerSql("BEGIN");
  try {
    await ownerSql(`SET LOCAL ROLE ${role}`);
    if (province !== null) await ownerSql("SELECT set_config('app.province', $1, true)", [province]);
    const [row] = await ownerSql<{ "QUERY PLAN": { Plan: Plan }[] }>(`EXPLAIN (FORMAT JSON) ${text}`, values);
    return (row?.["QUERY PLAN"] ?? []).map(({ Plan: plan }) => plan);
  } finally {
    await ownerSql("ROLLBACK");
  }
}

const scansIn = (plan: Plan): string[] => [
  ...(plan["Node Type"] === "Seq Scan" && plan["Relation Name"] ? [plan["Relation Name"]] : []),
  ...(plan.Plans ?? []).flatMap(scansIn),
];

const indexesIn = (plan: Plan): string[] => [...(plan["Index Name"] ? [plan["Index Name"]] : []), ...(plan.Plans ?? []).flatMap(indexesIn)];
