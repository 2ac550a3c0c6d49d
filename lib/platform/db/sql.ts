import { Prisma } from "../../../prisma/generated/client.ts";

/** A piece of SQL with its values bound, to be composed into a statement. */
export const sql = Prisma.sql;
export type Sql = Prisma.Sql;

/** Pieces side by side with a fixed word between them; never a value. */
export const joinSql = (pieces: readonly Sql[], separator = ", "): Sql => Prisma.join([...pieces], separator);

/** Words of our own making inside a statement; never a value, never anything a caller sent. */
export const ownWords = (text: string): Sql => Prisma.raw(text);
