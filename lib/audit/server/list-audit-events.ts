import type { z } from "zod";
import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { hex } from "../../platform/crypto/digest.ts";
import type { AuditEntry, AuditFilter, listAuditEvents as contract } from "../contract.ts";
import { findChainState, findEventPage, type SealedEventRow } from "./repository.ts";

const pageSize = 50;

export async function listAuditEvents(ctx: Context<Actor>, filter: AuditFilter): Promise<z.input<(typeof contract)["output"]>> {
  const rows = await findEventPage(ctx.db, filter, pageSize + 1);
  const page = rows.slice(0, pageSize);
  const { sealed, pending, lastSealAt, oldestPendingAt } = await findChainState(ctx.db);
  return {
    events: page.map(present),
    nextBefore: rows.length > pageSize ? String(page.at(-1)?.id) : null,
    chain: {
      events: Number(sealed + pending),
      sealed: Number(sealed),
      lastSealAt: lastSealAt?.toISOString() ?? null,
      oldestUnsealedAt: oldestPendingAt?.toISOString() ?? null,
    },
  };
}

function present({ id, at, position, hash, ...row }: SealedEventRow): z.input<typeof AuditEntry> {
  return {
    ...row,
    id: String(id),
    at: at.toISOString(),
    sealed: position !== null && hash ? { position: String(position), hash: hex(hash) } : null,
  };
}
