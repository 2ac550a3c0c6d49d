import type { Prisma } from "../../../prisma/generated/client.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { type Db, scopeWhere } from "../../platform/db/transaction.ts";
import type { PhoneAnswer } from "../phone-answer.ts";

const columns = {
  id: true,
  statement: true,
  spokenName: true,
  spokenTitle: true,
  spokenAt: true,
  answerBy: true,
  note: true,
  reversesId: true,
  evidenceId: true,
  recordedName: true,
  recordedAt: true,
} as const satisfies Prisma.PhoneAnswerSelect;

type Stored = Prisma.PhoneAnswerGetPayload<{ select: typeof columns }>;
export type PhoneAnswerRow = Omit<Stored, "statement" | "answerBy"> & PhoneAnswer;

/** Every call with one institution about one letter, and what took it back, in the order of writing. */
export async function findPhoneAnswers(db: Db, recipientId: string): Promise<PhoneAnswerRow[]> {
  const rows = await db.tx.phoneAnswer.findMany({
    where: { recipientId, ...scopeWhere(db.scope) },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    select: columns,
  });
  return rows.map((row) => ({
    ...row,
    statement: row.statement as PhoneAnswer["statement"],
    answerBy: row.answerBy && localDate(row.answerBy),
  }));
}

export async function insertPhoneAnswer(db: Db, data: Prisma.PhoneAnswerUncheckedCreateInput): Promise<string> {
  const { id } = await db.tx.phoneAnswer.create({ data, select: { id: true } });
  return id;
}
