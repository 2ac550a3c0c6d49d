import { localDate } from "../../platform/db/local-date.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import { isReplaced, type ReplacementKind } from "../circular.ts";
import type { Replacement } from "../contract.ts";

type Row = {
  kind: ReplacementKind;
  reason: string;
  oldId: string;
  oldNumber: string | null;
  oldOn: Date | null;
  oldSentAt: Date | null;
  newId: string;
  newNumber: string | null;
  newOn: Date | null;
  newSentAt: Date | null;
};

export type Replacements = { replaces: Replacement | null; replacedBy: Replacement | null };

/** What a circular replaces and what replaces it; a withdrawn replacement replaces nothing. One statement, both ways. */
export async function findReplacements(db: Db, id: string): Promise<Replacements> {
  const rows = await db.tx.$queryRaw<Row[]>`
    SELECT n.replacement AS kind, n.replace_reason AS reason,
           o.id AS "oldId", o.document_number AS "oldNumber", o.document_on AS "oldOn", o.dispatched_at AS "oldSentAt",
           n.id AS "newId", n.document_number AS "newNumber", n.document_on AS "newOn", n.dispatched_at AS "newSentAt"
    FROM circular n JOIN circular o ON o.id = n.replaces_id
    WHERE (n.id = ${id}::uuid OR n.replaces_id = ${id}::uuid) AND n.state <> 'withdrawn' AND ${scopeSql(db.scope, "n.province_id")}`;
  const replaces = rows.find(({ newId }) => newId === id);
  const replacedBy = rows.find(({ oldId }) => oldId === id);
  return {
    replaces: replaces
      ? present(replaces, { id: replaces.oldId, number: replaces.oldNumber, on: replaces.oldOn, sentAt: replaces.oldSentAt })
      : null,
    replacedBy: replacedBy
      ? present(replacedBy, { id: replacedBy.newId, number: replacedBy.newNumber, on: replacedBy.newOn, sentAt: replacedBy.newSentAt })
      : null,
  };
}

type Other = { id: string; number: string | null; on: Date | null; sentAt: Date | null };

const present = ({ kind, reason }: Row, { id, number, on, sentAt }: Other): Replacement => ({
  circularId: id,
  kind,
  reason,
  documentNumber: number,
  documentOn: on && localDate(on),
  sentAt: sentAt?.toISOString() ?? null,
});

/** Whether recipients are still to go by this letter; another one may have been sent in its place meanwhile. */
export async function isInForce(db: Db, circularId: string): Promise<boolean> {
  const row = await db.tx.circular.findFirst({ where: { id: circularId, ...scopeWhere(db.scope) }, select: { state: true } });
  return row !== null && !isReplaced(row.state);
}

/** The same institution among the recipients of another circular. */
export async function findRecipientOf(db: Db, circularId: string, institutionId: string): Promise<string | null> {
  const where = { circularId, institutionId, ...scopeWhere(db.scope) };
  return (await db.tx.circularRecipient.findFirst({ where, select: { id: true } }))?.id ?? null;
}
