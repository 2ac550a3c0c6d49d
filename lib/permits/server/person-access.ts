import type { Actor } from "../../access/policy.ts";
import { personalReads } from "../../audit/server/queries.ts";
import { record } from "../../audit/server/record.ts";
import { addDays, startOfLocalDay } from "../../platform/calendar/local-day.ts";
import type { Context } from "../../platform/context.ts";
import type { OutputOf, ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { readPersonAccess as endpoint, PersonAccess } from "../commands-contract.ts";
import { MaskedField, RevealPurpose } from "../contract.ts";
import { getPermit } from "./read-permit.ts";
import { permitsOfPerson } from "./repository.ts";

const most = 500;

/** Asking is recorded too: whoever watches is watched. */
export async function readPersonAccess(ctx: Context<Actor>, input: ParsedInputOf<typeof endpoint>): Promise<OutputOf<typeof endpoint>> {
  const row = await getPermit(ctx, input.permitId);
  const permits = await permitsOfPerson(ctx.db, row.personKey);
  const { from, to } = input;
  const period = { from: from ? startOfLocalDay(from) : null, until: to ? startOfLocalDay(addDays(to, 1)) : null };
  const found = await personalReads(ctx.db, {
    ...period,
    subjectKind: "permit",
    actions: ["permit.opened", "permit.revealed"],
    subjectIds: [...permits.keys()],
    limit: most + 1,
  });
  const payload = { from: from ?? "", to: to ?? "", permits: permits.size };
  await record(ctx, { action: "permit.access_asked", subjectKind: "permit", subjectId: row.id, provinceId: row.provinceId, payload });
  const accesses = found.slice(0, most).flatMap((event) => {
    const permit = permits.get(event.subjectId);
    return permit ? [presentAccess(event, permit)] : [];
  });
  return { accesses, isCut: found.length > most };
}

type Read = Awaited<ReturnType<typeof personalReads>>[number];

function presentAccess({ at, actorName, actorRole, action, payload }: Read, permit: PersonAccess["permit"]): PersonAccess {
  const { field, purpose, note } = payload as { field?: string; purpose?: string; note?: string };
  return {
    at: at.toISOString(),
    actorName,
    actorRole,
    action: action === "permit.revealed" ? "revealed" : "opened",
    permit,
    field: field ? MaskedField.parse(field) : null,
    purpose: purpose ? RevealPurpose.parse(purpose) : null,
    note: note ?? "",
  };
}
