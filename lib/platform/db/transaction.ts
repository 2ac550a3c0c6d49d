import pg from "pg";
import { Prisma } from "../../../prisma/generated/client.ts";
import { AppError } from "../errors.ts";
import { prisma } from "./client.ts";

export type Tx = Prisma.TransactionClient;

/** A scope's name in the database: the role its policies are written for. `accounts` sees accounts and their units, nothing else. */
export type RowScope = { kind: "province"; provinceId: number } | { kind: "country" } | { kind: "accounts" } | { kind: "none" };

/** A transaction together with the rows it may see; repositories demand the scope and repeat it themselves. */
export type Db = { tx: Tx; scope: RowScope };

/**
 * Runs `work` in one transaction whose first statement sets database role and province. Without that statement every
 * policy yields no row. Serialization failures and deadlocks are the database's way to say "again": tried three times.
 */
export async function withScope<T>(scope: RowScope, work: (db: Db) => Promise<T>, options: { timeoutMs?: number } = {}): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await prisma().$transaction(
        async (tx) => {
          if (scope.kind === "country") await tx.$queryRaw`SELECT set_config('role', 'izin_country', true)`;
          if (scope.kind === "accounts") await tx.$queryRaw`SELECT set_config('role', 'izin_accounts', true)`;
          if (scope.kind === "province") {
            await tx.$queryRaw`SELECT set_config('role', 'izin_province', true), set_config('app.province', ${String(scope.provinceId)}, true)`;
          }
          return await work({ tx, scope });
        },
        { timeout: options.timeoutMs ?? 15_000, maxWait: 5_000 },
      );
    } catch (error) {
      if (attempt < 3 && isTransient(error)) continue;
      throw translated(error);
    }
  }
}

/**
 * From no scope into one province within the same transaction, once a secret has named it. A second transaction would wait
 * for a second connection while this one is held.
 */
export async function enterProvince({ tx, scope }: Db, provinceId: number): Promise<Db> {
  if (scope.kind !== "none") throw new Error("only a transaction without rows may enter a province");
  await tx.$queryRaw`SELECT set_config('role', 'izin_province', true), set_config('app.province', ${String(provinceId)}, true)`;
  return { tx, scope: { kind: "province", provinceId } };
}

/** The same into the whole country, once a partner's key has been proved. */
export async function enterCountry({ tx, scope }: Db): Promise<Db> {
  if (scope.kind !== "none") throw new Error("only a transaction without rows may enter the country");
  await tx.$queryRaw`SELECT set_config('role', 'izin_country', true)`;
  return { tx, scope: { kind: "country" } };
}

/** The same into the accounts of every province, for whoever keeps them. */
export async function enterAccounts({ tx, scope }: Db): Promise<Db> {
  if (scope.kind !== "none") throw new Error("only a transaction without rows may enter the accounts");
  await tx.$queryRaw`SELECT set_config('role', 'izin_accounts', true)`;
  return { tx, scope: { kind: "accounts" } };
}

/** Accounts and units are read in their own scope alone; anywhere else this finds nothing, as the policy does. */
export const accountsWhere = (scope: RowScope): { provinceId?: number } => (scope.kind === "accounts" ? {} : { provinceId: -1 });

export const accountsSql = (scope: RowScope): Prisma.Sql => (scope.kind === "accounts" ? Prisma.sql`TRUE` : Prisma.sql`FALSE`);

/** Province predicate for a repository's `where`: the code's own scope, which the policy proves. */
export function scopeWhere(scope: RowScope): { provinceId?: number } {
  if (scope.kind === "country") return {};
  return { provinceId: scope.kind === "province" ? scope.provinceId : -1 };
}

/** The same as SQL for hand-written statements. */
export function scopeSql(scope: RowScope, column: string): Prisma.Sql {
  if (scope.kind === "country") return Prisma.sql`TRUE`;
  return Prisma.sql`${Prisma.raw(column)} = ${scope.kind === "province" ? scope.provinceId : -1}`;
}

const isTransient = (error: unknown): boolean => ["P2034", "40001", "40P01"].includes(codeOf(error));

function codeOf(error: unknown): string {
  // Of a statement past the ORM (session.ts).
  if (error instanceof pg.DatabaseError) return error.code ?? "";
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return "";
  const cause = (error.meta?.driverAdapterError as { cause?: { originalCode?: string } } | undefined)?.cause;
  return cause?.originalCode ?? error.code;
}

/** The name of the unique index or constraint that refused, or null. */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  const cause = (error.meta?.driverAdapterError as { cause?: { constraint?: { index?: string; fields?: string[] } } } | undefined)?.cause;
  if (error.code !== "P2002" && codeOf(error) !== "23505") return null;
  return cause?.constraint?.index ?? cause?.constraint?.fields?.join("_") ?? "unique";
}

const connectionLost = new Set([
  "P1000",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "57P01",
  "57P02",
  "57P03",
]);
/** The driver's own words for a connection that fell away under a statement; these errors carry no code. */
const fellAway =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect)/;

const isConnectionLost = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientInitializationError ||
  connectionLost.has(codeOf(error)) ||
  (error instanceof Error && fellAway.test(error.message));

/** A constraint never speaks for itself: its text could name another province's record (domain.md, General rules). */
function translated(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (violatedConstraint(error) || (error instanceof pg.DatabaseError && error.code === "23505")) return new AppError("duplicate");
  if (isConnectionLost(error)) return new AppError("unavailable");
  return error;
}
