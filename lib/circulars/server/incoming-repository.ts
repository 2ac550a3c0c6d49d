import type { Prisma } from "../../../prisma/generated/client.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";

const columns = {
  id: true,
  provinceId: true,
  institutionId: true,
  letterOn: true,
  letterNumber: true,
  subject: true,
  body: true,
  attachments: true,
  receivedAt: true,
  receivedBy: true,
  filedAt: true,
  fileNote: true,
  version: true,
  institution: { select: { name: true, genitive: true } },
  circulars: { where: { state: { not: "withdrawn" } }, orderBy: { createdAt: "desc" }, take: 1, select: { id: true } },
} as const satisfies Prisma.IncomingLetterSelect;

export type LetterRow = Prisma.IncomingLetterGetPayload<{ select: typeof columns }>;

export async function getLetter(db: Db, id: string): Promise<LetterRow> {
  const row = await db.tx.incomingLetter.findFirst({ where: { id, ...scopeWhere(db.scope) }, select: columns });
  if (!row) throw new AppError("not_found");
  return row;
}

export async function lockLetter(db: Db, id: string, version: number): Promise<LetterRow> {
  await db.tx.$queryRaw`SELECT id FROM incoming_letter WHERE id = ${id}::uuid AND ${scopeSql(db.scope, "province_id")} FOR UPDATE`;
  const row = await getLetter(db, id);
  if (row.version !== version) throw new AppError("stale_version", { currentVersion: row.version });
  return row;
}

type Page = {
  state?: "waiting" | "distributed" | "filed" | undefined;
  q?: string | undefined;
  after?: { at: Date; id: string } | null;
  take: number;
};

export async function findLetters(db: Db, { state, q, after, take }: Page): Promise<LetterRow[]> {
  const live = { some: { state: { not: "withdrawn" } } };
  const byState = {
    waiting: { filedAt: null, circulars: { none: live.some } },
    distributed: { circulars: live },
    filed: { filedAt: { not: null } },
  };
  return db.tx.incomingLetter.findMany({
    where: {
      ...scopeWhere(db.scope),
      ...(state && byState[state]),
      ...(q && { OR: [{ subject: { contains: q, mode: "insensitive" } }, { letterNumber: { startsWith: q } }] }),
      ...(after && { AND: [{ OR: [{ receivedAt: { lt: after.at } }, { receivedAt: after.at, id: { gt: after.id } }] }] }),
    },
    select: columns,
    orderBy: [{ receivedAt: "desc" }, { id: "asc" }],
    take,
  });
}

export async function insertLetter(db: Db, data: Prisma.IncomingLetterUncheckedCreateInput): Promise<string> {
  const { id } = await db.tx.incomingLetter.create({ data, select: { id: true } });
  return id;
}

export async function saveLetter(db: Db, row: LetterRow, data: Prisma.IncomingLetterUncheckedUpdateInput): Promise<void> {
  const where = { id: row.id, version: row.version, ...scopeWhere(db.scope) };
  await db.tx.incomingLetter.updateMany({ where, data: { ...data, version: row.version + 1 } });
}
