import type { Db } from "../../platform/db/transaction.ts";

type NewEvent = {
  at: Date;
  actorId: string | null;
  actorName: string;
  actorRole: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  provinceId: number | null;
  requestId: string;
  payload: object;
};

/** Plain INSERT without RETURNING: the sign-in has no scope to read its own event back. */
export async function insertEvent(db: Db, event: NewEvent): Promise<void> {
  await db.tx.$executeRaw`
    INSERT INTO audit_event (at, actor_id, actor_name, actor_role, action, subject_kind, subject_id, province_id, request_id, payload)
    VALUES (${event.at}, ${event.actorId}::uuid, ${event.actorName}, ${event.actorRole}, ${event.action}, ${event.subjectKind},
            ${event.subjectId}, ${event.provinceId}::smallint, ${event.requestId}, ${JSON.stringify(event.payload)}::jsonb)`;
}
