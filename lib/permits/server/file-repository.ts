import { type Db, scopeWhere } from "../../platform/db/transaction.ts";

export type NewFile = {
  provinceId: number;
  name: string;
  mediaType: string;
  size: number;
  sha256: Uint8Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
  createdAt: Date;
};

export async function insertFile(db: Db, file: NewFile): Promise<string> {
  return (await db.tx.file.create({ data: file, select: { id: true } })).id;
}

export async function provinceOfFile(db: Db, id: string): Promise<number | null> {
  const file = await db.tx.file.findFirst({ where: { id, ...scopeWhere(db.scope) }, select: { provinceId: true } });
  return file?.provinceId ?? null;
}

/** Whether an event of the permit cites the file. */
export async function isFileOf(db: Db, permitId: string, fileId: string): Promise<boolean> {
  const where = { permitId, fileId, ...scopeWhere(db.scope) };
  return (await db.tx.permitEvent.findFirst({ where, select: { id: true } })) !== null;
}

export async function findFile(db: Db, id: string) {
  return await db.tx.file.findFirst({ where: { id, ...scopeWhere(db.scope) }, select: { name: true, mediaType: true, bytes: true } });
}

export async function fileNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.tx.file.findMany({ where: { id: { in: [...ids] }, ...scopeWhere(db.scope) }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
