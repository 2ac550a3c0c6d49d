import type { z } from "zod";
import type { Context } from "../../platform/context.ts";
import { compareTr, localDateOf } from "../../platform/locale/tr.ts";
import type { Colleague } from "../contract.ts";
import { type Actor, type Role, roleMay } from "../policy.ts";
import { authorityOn } from "../signing-authority.ts";
import { findAuthorities, findPeople } from "./queries.ts";

export async function listColleagues(ctx: Context<Actor>): Promise<{ colleagues: z.input<typeof Colleague>[] }> {
  const { unitId } = ctx.actor;
  if (!unitId) return { colleagues: [] };
  const people = await findPeople(ctx.db, { unitId });
  const authorities = await findAuthorities(ctx.db, unitId);
  const today = localDateOf(ctx.now);
  const colleagues = people.map(({ id, name, title, phone, role }) => ({
    id,
    name,
    title,
    phone,
    mayInitial: roleMay(role as Role, "circular:initial"),
    authority: authorityOn(authorities, { userId: id, unitId, date: today }),
  }));
  return { colleagues: colleagues.sort((a, b) => compareTr(a.name, b.name)) };
}
