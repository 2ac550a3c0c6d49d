import { type Db, withScope } from "../../platform/db/transaction.ts";
import { log } from "../../platform/log.ts";
import { differences, foldEvents } from "../permit-history.ts";
import { eventsOf, type StoredPermit, sample, sampleIds } from "./repository.ts";

export type ProjectionFault = { permitId: string; columns: string[] };

const base64 = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString("base64");

/** Compares some records with what their events amount to; a difference is an alarm (domain.md, General rules). */
export async function checkProjections(db: Db, size: number): Promise<ProjectionFault[]> {
  const permits = await sample(db, await sampleIds(db, size));
  const events = Map.groupBy(
    await eventsOf(
      db,
      permits.map(({ id }) => id),
    ),
    ({ permitId }) => permitId,
  );
  const faults = permits.flatMap((permit) => {
    // Those of a province that the record has left tell of another beginning.
    const own = (events.get(permit.id) ?? []).filter(({ provinceId }) => provinceId === permit.provinceId);
    const columns = differences(comparable(permit), foldEvents(own));
    return columns.length > 0 ? [{ permitId: permit.id, columns }] : [];
  });
  for (const fault of faults) log().error(fault, "a permit is not what its events say");
  return faults;
}

function comparable({ id, registeredAt, updatedAt, version, identity, ...columns }: StoredPermit) {
  const digests = { foreignerIdIndex: base64(identity?.foreignerIdIndex ?? null), passportIndex: base64(identity?.passportIndex ?? null) };
  return { ...columns, identity: { birthOn: identity?.birthOn ?? null, ...digests } };
}

/** A thousand records a round over the whole country. */
export const sweepProjections = (): Promise<ProjectionFault[]> => withScope({ kind: "country" }, (db) => checkProjections(db, 1_000));
