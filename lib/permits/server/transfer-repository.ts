import type { Db } from "../../platform/db/transaction.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { PermitColumns } from "../permit-history.ts";
import { identityChange } from "./identity.ts";
import type { StoredPermit } from "./repository.ts";

type Transfer = {
  row: StoredPermit;
  proposal: { id: string; reason: string; fileId: string | null; proposedById: string; proposedByName: string };
  provinceId: number;
  decidedBy: string;
  now: Date;
};

/**
 * Moves the record by the database's own function, the only way a scope may change (P8). It appends one event in each
 * province: where it left from, that it left; where it arrives, everything it is, since its history stays behind.
 */
export async function transfer(db: Db, { row, proposal, provinceId, decidedBy, now }: Transfer): Promise<void> {
  const { id, registeredAt, updatedAt, version, identity, ...columns } = row;
  const arrival: PermitColumns & { identity: object } = { ...columns, identity: identity ? identityChange(identity) : {} };
  const event = {
    actorId: proposal.proposedById,
    actorName: proposal.proposedByName,
    approvedBy: decidedBy,
    reason: proposal.reason,
    fileId: proposal.fileId,
    on: localDateOf(now),
    arrival,
  };
  await db.tx.$queryRaw`
    SELECT transfer_permit(${proposal.id}::uuid, ${id}::uuid, ${provinceId}::smallint, ${now}, ${JSON.stringify(event)}::jsonb)::text`;
}
