import type { Actor } from "../../access/policy.ts";
import type { ReadContext } from "../../platform/context.ts";
import { pageSize } from "../../platform/db/keyset.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { Id, LocalDate } from "../../platform/http/fields.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { listCardExceptions as listEndpoint, QueuedException } from "../exceptions-contract.ts";
import { presentException } from "./exception-actions.ts";
import { countQueue, findQueuePage, type QueueRow } from "./exception-page-repository.ts";

export async function listCardExceptions(ctx: ReadContext<Actor>, input: ParsedInputOf<typeof listEndpoint>) {
  const { reader, now, actor } = ctx;
  const { after, ...filter } = input;
  const asked = { filter, today: localDateOf(now), actorId: actor.id };
  const rows = await findQueuePage(reader, asked, keyOf(after), pageSize + 1);
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return {
    exceptions: rows.slice(0, pageSize).map((row) => present(ctx, row)),
    next: last ? `${last.dueOn}_${last.id}` : null,
    counts: await countQueue(reader, asked),
    asOf: now.toISOString(),
  };
}

const shownAtHome = 5;

export async function summariseCardExceptions(ctx: ReadContext<Actor>) {
  const { reader, now, actor } = ctx;
  const asked = { filter: {}, today: localDateOf(now), actorId: actor.id };
  const counts = await countQueue(reader, asked);
  const first = await findQueuePage(reader, asked, null, shownAtHome);
  return {
    total: counts.reduce((sum, { total }) => sum + total, 0),
    overdue: counts.reduce((sum, { overdue }) => sum + overdue, 0),
    returned: counts.find(({ kind }) => kind === "returned")?.total ?? 0,
    first: first.map((row) => present(ctx, row)),
    asOf: now.toISOString(),
  };
}

function present(ctx: ReadContext<Actor>, row: QueueRow): QueuedException {
  const { number, name, cardKind, design, whereabouts, ...stored } = row;
  const card = { id: row.cardId, number, name, provinceId: row.provinceId, kind: cardKind, design, whereabouts };
  return { ...presentException(ctx, stored), card };
}

function keyOf(after: string | undefined): { dueOn: string; id: string } | null {
  if (!after) return null;
  const [dueOn = "", id = ""] = after.split("_");
  if (LocalDate.safeParse(dueOn).success && Id.safeParse(id).success) return { dueOn, id };
  throw new AppError("bad_input", { invalidParams: [{ path: "after", message: "Sayfa bilgisi okunamadı; listeyi baştan açın." }] });
}
