// The one way in which a distribution list changes: what it says now is replaced and kept as its next version.
import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import type { RecipientRole } from "../contract.ts";
import { changesOf, compareLists, type ListedInstitution } from "../list-comparison.ts";
import { insertList, type StoredList, updateList } from "./list-repository.ts";
import { findVersion, keepVersion, type MadeBy } from "./list-version-repository.ts";

type Member = { institutionId: string; role: RecipientRole };
type Wanted = { name: string; members: readonly Member[] };
type How = Pick<MadeBy, "origin" | "restoredVersion">;
type Maker = Pick<Context<Actor>, "db" | "now"> & { actor: Pick<Actor, "id" | "name"> };

export async function changeList(ctx: Maker, stored: StoredList, wanted: Wanted, how: How): Promise<void> {
  const before = await findVersion(ctx.db, stored.id, stored.version);
  await updateList(ctx.db, stored, wanted, ctx.now);
  const after = { name: wanted.name, members: wanted.members.map(listed) };
  await keepVersion(ctx.db, stored.id, madeBy(ctx, how), before && changesOf(compareLists(before, after)));
}

export async function openList(ctx: Maker, wanted: Wanted & { provinceId: number }, how: How): Promise<string> {
  const id = await insertList(ctx.db, wanted, ctx.now);
  await keepVersion(ctx.db, id, madeBy(ctx, how), null);
  return id;
}

/** Counting asks for no name. */
const listed = ({ institutionId, role }: Member): ListedInstitution => ({ institutionId, role, name: "" });

const madeBy = ({ actor, now }: Maker, how: How): MadeBy => ({ at: now, byId: actor.id, byName: actor.name, ...how });
