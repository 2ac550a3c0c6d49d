import { type Actor, can } from "../../access/policy.ts";
import type { ReadContext } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { OutputOf, ParsedInputOf } from "../../platform/http/endpoint.ts";
import { compareLists } from "../list-comparison.ts";
import type {
  compareDistributionListVersions as compareEndpoint,
  ListVersionRecord,
  ListVersionRow,
  listDistributionListVersions as listEndpoint,
  readDistributionListVersion as readEndpoint,
} from "../list-version-contract.ts";
import {
  findListHead,
  findVersionPage,
  findVersions,
  type ListHead,
  type StoredListVersion,
  versionsAtOnce,
} from "./list-version-repository.ts";

/** Whoever sees the list sees how it came to be what it is. */
export async function listDistributionListVersions(
  { reader }: ReadContext<Actor>,
  { listId, before }: ParsedInputOf<typeof listEndpoint>,
): Promise<OutputOf<typeof listEndpoint>> {
  const [head, rows] = await Promise.all([headOf(reader, listId), findVersionPage(reader, listId, before ?? null)]);
  const versions = rows.slice(0, versionsAtOnce).map(rowOf);
  const nextBefore = rows.length > versionsAtOnce ? (versions.at(-1)?.listVersion ?? null) : null;
  return { currentName: head.name, version: head.version, versions, nextBefore };
}

export async function readDistributionListVersion(
  { reader, actor }: ReadContext<Actor>,
  { listId, listVersion }: ParsedInputOf<typeof readEndpoint>,
): Promise<ListVersionRecord> {
  const [head, [stored]] = await Promise.all([headOf(reader, listId), findVersions(reader, listId, [listVersion])]);
  if (!stored) throw new AppError("not_found");
  const isOld = listVersion !== head.version;
  return {
    ...rowOf(stored),
    listId,
    currentName: head.name,
    version: head.version,
    members: stored.members,
    allowedActions: isOld && can(actor, "distribution_list:amend") ? ["restore"] : [],
  };
}

export async function compareDistributionListVersions(
  { reader }: ReadContext<Actor>,
  { listId, from, to }: ParsedInputOf<typeof compareEndpoint>,
): Promise<OutputOf<typeof compareEndpoint>> {
  const [head, stored] = await Promise.all([headOf(reader, listId), findVersions(reader, listId, [from, to])]);
  const [before, after] = [from, to].map((wanted) => stored.find(({ listVersion }) => listVersion === wanted));
  if (!before || !after) throw new AppError("not_found");
  return { currentName: head.name, version: head.version, from: rowOf(before), to: rowOf(after), ...compareLists(before, after) };
}

async function headOf(reader: ReadContext<Actor>["reader"], listId: string): Promise<ListHead> {
  const head = await findListHead(reader, listId);
  if (!head) throw new AppError("not_found");
  return head;
}

function rowOf(stored: Omit<StoredListVersion, "members">): ListVersionRow {
  const { listVersion, name, memberCount, origin, restoredVersion, madeAt, madeByName, changes } = stored;
  return { listVersion, name, memberCount, origin, restoredVersion, madeAt: madeAt.toISOString(), madeByName, changes };
}
