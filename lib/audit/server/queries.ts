import type { Db } from "../../platform/db/transaction.ts";
import { type EventRow, findEventsOf, findReads, type ReadsAsked } from "./repository.ts";

/** A record's trail within the scope, oldest first; a circular's holds that of its recipients, deliveries and tasks too. */
export async function eventsOf(db: Db, subjectKind: string, subjectId: string): Promise<EventRow[]> {
  return await findEventsOf(db, subjectKind, subjectId);
}

/** Reads of personal data among some records, newest first. */
export async function personalReads(db: Db, asked: ReadsAsked): Promise<EventRow[]> {
  return await findReads(db, asked);
}
