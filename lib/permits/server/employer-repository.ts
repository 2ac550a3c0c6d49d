import { type Db, scopeWhere } from "../../platform/db/transaction.ts";
import type { EmployerInput } from "../commands-contract.ts";
import { writeEmployerTokens } from "./name-token-repository.ts";

const select = {
  id: true,
  taxNumber: true,
  workplaceNumber: true,
  title: true,
  district: true,
  address: true,
  sector: true,
  sizeBand: true,
} as const;

export async function findEmployer(db: Db, id: string) {
  return await db.tx.employer.findFirst({ where: { id, ...scopeWhere(db.scope) }, select });
}

export type StoredEmployer = NonNullable<Awaited<ReturnType<typeof findEmployer>>>;

/** Two registrations of one new workplace at the same time make it once: whoever comes second finds it. */
export async function findOrMakeEmployer(db: Db, provinceId: number, input: EmployerInput, isDemo: boolean): Promise<StoredEmployer> {
  const { count } = await db.tx.employer.createMany({ data: [{ ...input, provinceId, isDemo }], skipDuplicates: true });
  const { taxNumber, workplaceNumber } = input;
  const employer = await db.tx.employer.findFirstOrThrow({
    where: { provinceId, taxNumber, workplaceNumber, ...scopeWhere(db.scope) },
    select,
  });
  if (count === 1) await writeEmployerTokens(db, employer.id, provinceId, employer.title);
  return employer;
}

export async function titlesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.tx.employer.findMany({
    where: { id: { in: [...ids] }, ...scopeWhere(db.scope) },
    select: { id: true, title: true },
  });
  return new Map(rows.map(({ id, title }) => [id, title]));
}
