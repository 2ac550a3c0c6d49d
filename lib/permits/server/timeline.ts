import type { Db } from "../../platform/db/transaction.ts";
import type { PermitEventRow } from "../contract.ts";
import { changesOf, type Folded, foldEvents } from "../permit-history.ts";
import { titlesOf } from "./employer-repository.ts";
import { fileNames } from "./file-repository.ts";
import { eventsOf, numbersOf } from "./repository.ts";

type StoredEventRow = Awaited<ReturnType<typeof eventsOf>>[number];

/** Every event with what it changed, newest first; before and after come from folding the ones before it. */
export async function timelineOf(db: Db, permitId: string): Promise<PermitEventRow[]> {
  const events = await eventsOf(db, [permitId]);
  const present = events.flatMap(({ change }) =>
    [change.successorId, change.predecessorId, change.employerId].filter((id) => typeof id === "string"),
  );
  const words = {
    files: await fileNames(
      db,
      events.flatMap(({ fileId }) => fileId ?? []),
    ),
    permits: await numbersOf(db, present),
    employers: await titlesOf(db, present),
  };
  return events.map((event, index) => presentEvent(event, foldEvents(events.slice(0, index)), words)).toReversed();
}

type Words = { files: Map<string, string>; permits: Map<string, string>; employers: Map<string, string> };

function presentEvent(event: StoredEventRow, before: Folded, { files, permits, employers }: Words): PermitEventRow {
  const { id, kind, at, actorName, approvedBy, reason, fileId, change } = event;
  const related = change.successorId ?? (kind === "extended" ? change.predecessorId : null);
  const number = related && permits.get(related);
  const named = (text: string | null) => (text ? (employers.get(text) ?? permits.get(text) ?? text) : text);
  const fileName = fileId && files.get(fileId);
  return {
    id,
    kind,
    at: at.toISOString(),
    actorName,
    approvedBy,
    reason,
    file: fileId && fileName ? { id: fileId, name: fileName } : null,
    changes: changesOf(before, event).map((one) => ({ ...one, before: named(one.before), after: named(one.after) })),
    relatedPermit: related && number ? { id: related, number } : null,
  };
}
