import { randomUUID } from "node:crypto";
import { type Actor, type Role, scopeOf } from "../../lib/access/policy.ts";
import type { Channel } from "../../lib/institutions/contract.ts";
import type { Context, ReadContext } from "../../lib/platform/context.ts";
import { readerOf } from "../../lib/platform/db/reader.ts";
import { withScope } from "../../lib/platform/db/transaction.ts";
import { ownerSql } from "./database.ts";

export const now = new Date("2026-11-23T08:00:00Z");

/** Someone of a role; provincial roles sit in the given province. */
export function anActor(role: Role, provinceId: number | null): Actor {
  return { kind: "user", id: randomUUID(), name: "Deneme Memuru", role, unitId: null, provinceId };
}

/** Runs an operation as the request of an actor would: in the actor's scope, in one transaction. */
export async function runAs<Input, Output>(
  actor: Actor,
  operation: (ctx: Context<Actor>, input: Input) => Promise<Output>,
  input: Input,
): Promise<Output> {
  return await withScope(scopeOf(actor), (db) => operation({ actor, db, now, requestId: randomUUID() }, input));
}

/** The same for an operation that only reads. */
export async function readAs<Input, Output>(
  actor: Actor,
  operation: (ctx: ReadContext<Actor>, input: Input) => Promise<Output>,
  input: Input,
): Promise<Output> {
  return await operation({ actor, reader: readerOf(scopeOf(actor)), now, requestId: randomUUID() }, input);
}

type AnInstitution = { provinceId: number; name: string; detsisNumber?: string; channels?: Channel[]; closedAt?: Date };

/** Stores an institution and returns its id. */
export async function anInstitution({ provinceId, name, detsisNumber, channels = [], closedAt }: AnInstitution): Promise<string> {
  const [row] = await ownerSql<{ id: string }>(
    `INSERT INTO institution (province_id, name, kind, district, relation, detsis_number, dative, genitive, phone, is_demo, closed_at)
     VALUES ($1, $2, 'other', 'Merkez', 'peer', $3, $2 || 'ne', $2 || 'nin', '', true, $4) RETURNING id`,
    [provinceId, name, detsisNumber ?? null, closedAt ?? null],
  );
  const id = row?.id ?? "";
  for (const [position, channel] of channels.entries()) {
    await ownerSql(`INSERT INTO institution_channel (province_id, institution_id, position, kind, address) VALUES ($1, $2, $3, $4, $5)`, [
      provinceId,
      id,
      position,
      channel.kind,
      channel.address,
    ]);
  }
  return id;
}

/** Stores a distribution list with members in the given order, all for action. */
export async function aList(provinceId: number, name: string, members: readonly string[]): Promise<string> {
  const [row] = await ownerSql<{ id: string }>(`INSERT INTO distribution_list (province_id, name) VALUES ($1, $2) RETURNING id`, [
    provinceId,
    name,
  ]);
  const id = row?.id ?? "";
  for (const [position, member] of members.entries()) {
    await ownerSql(`INSERT INTO distribution_list_member (list_id, institution_id, province_id, position) VALUES ($1, $2, $3, $4)`, [
      id,
      member,
      provinceId,
      position,
    ]);
  }
  await ownerSql(
    `INSERT INTO distribution_list_version (list_id, version, province_id, name, members, origin, made_at)
     SELECT l.id, 1, l.province_id, l.name, coalesce((SELECT jsonb_agg(jsonb_build_object('institutionId', m.institution_id, 'name', i.name, 'role', m.role)
       ORDER BY m.position) FROM distribution_list_member m JOIN institution i ON i.id = m.institution_id WHERE m.list_id = l.id), '[]'), 'found', $2
     FROM distribution_list l WHERE l.id = $1`,
    [id, now],
  );
  return id;
}

/** Actions recorded about a subject, oldest first, with their payloads. */
export async function eventsAbout(subjectId: string): Promise<{ action: string; payload: object }[]> {
  return await ownerSql(`SELECT action, payload FROM audit_event WHERE subject_id = $1 ORDER BY id`, [subjectId]);
}
