import { Prisma } from "../../../prisma/generated/client.ts";

/** A piece of SQL with its values bound, to be composed into a statement. */
export const sql = Prisma.sql;
