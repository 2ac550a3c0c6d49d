import type { Actor } from "../../access/policy.ts";
import { can } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { afterOf, nextAfter, pageSize } from "../../platform/db/keyset.ts";
import { localDate } from "../../platform/db/local-date.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { IncomingLetterRecord, IncomingLetterRow, listIncomingLetters as listEndpoint } from "../incoming-contract.ts";
import { findLetters, getLetter, type LetterRow } from "./incoming-repository.ts";
import { bodyOf } from "./stored-content.ts";

export async function listIncomingLetters(ctx: Context<Actor>, input: ParsedInputOf<typeof listEndpoint>) {
  const rows = await findLetters(ctx.db, { state: input.state, q: input.q?.trim(), after: afterOf(input.after), take: pageSize + 1 });
  const page = rows.slice(0, pageSize);
  return { letters: page.map(presentRow), nextAfter: nextAfter(rows, (row) => ({ at: row.receivedAt, id: row.id })) };
}

export async function readIncomingLetter(ctx: Context<Actor>, input: { letterId: string }): Promise<IncomingLetterRecord> {
  return presentLetter(ctx, await getLetter(ctx.db, input.letterId));
}

export function presentLetter({ actor }: Context<Actor>, row: LetterRow): IncomingLetterRecord {
  const summary = presentRow(row);
  const waits = summary.state === "waiting";
  return {
    ...summary,
    institutionId: row.institutionId,
    senderGenitive: row.institution.genitive,
    body: bodyOf(row),
    attachments: Array.isArray(row.attachments) ? row.attachments.map(String) : [],
    receivedBy: row.receivedBy,
    fileNote: row.fileNote,
    version: row.version,
    allowedActions: [
      ...(waits && can(actor, "circular:draft") ? (["distribute"] as const) : []),
      ...(waits && can(actor, "incoming_letter:register") ? (["file"] as const) : []),
    ],
  };
}

function presentRow(row: LetterRow): IncomingLetterRow {
  const circularId = row.circulars[0]?.id ?? null;
  return {
    id: row.id,
    senderName: row.institution.name,
    letterOn: localDate(row.letterOn),
    letterNumber: row.letterNumber,
    subject: row.subject,
    receivedAt: row.receivedAt.toISOString(),
    state: stateOf(row),
    circularId,
  };
}

function stateOf(row: LetterRow): IncomingLetterRow["state"] {
  if (row.circulars.length > 0) return "distributed";
  return row.filedAt ? "filed" : "waiting";
}
