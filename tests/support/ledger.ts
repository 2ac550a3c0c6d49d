import { randomUUID } from "node:crypto";
import type { Actor } from "../../lib/access/policy.ts";
import type { MovementKind } from "../../lib/cards/ledger-rows.ts";
import type { Holding, Line } from "../../lib/cards/serial-ledger.ts";
import { allHoldings, ensureSeries, postMovement } from "../../lib/cards/server/ledger-repository.ts";
import { withScope } from "../../lib/platform/db/transaction.ts";
import { ownerSql } from "./database.ts";

export const today = "2026-11-23";
export const moment = new Date("2026-11-23T08:00:00Z");

/** Somebody who keeps the stock, and a second person of another role; nobody's account. */
export const custodian = { id: randomUUID(), name: "Kasa Sorumlusu", role: "stock_custodian" } as const;
export const witness = { id: randomUUID(), name: "İkinci Kişi", role: "ministry_officer" } as const;

let next = 100;

/** A series nobody else moves. */
export async function aSeries(): Promise<string> {
  next += 1;
  const code = `T${next}`;
  await withScope({ kind: "country" }, (db) => ensureSeries(db, code, moment));
  return code;
}

export async function aBatch(series: string, size = 10): Promise<string> {
  const [row] = await ownerSql<{ id: string }>(
    "INSERT INTO batch (number, series, size, created_at, created_by_name) VALUES ($1, $2, $3, $4, 'Deneme') RETURNING id",
    [`P-${randomUUID().slice(0, 8)}`, series, size, moment],
  );
  return row?.id ?? "";
}

const twoPersons: readonly MovementKind[] = ["allot", "give_back", "destroy", "lose", "find", "write_off"];

type Wanted = { series: string; kind: MovementKind; lines: Line[]; reversesId?: string; actor?: Pick<Actor, "id" | "name" | "role"> };

/** Through the ledger's own door, with everything its kind demands. */
export async function move({ series, kind, lines, reversesId, actor = custodian }: Wanted): Promise<string> {
  return withScope({ kind: "country" }, (db) =>
    postMovement(db, {
      series,
      kind,
      occurredOn: today,
      at: moment,
      actor,
      ...(twoPersons.includes(kind) && { approved: witness, caseId: randomUUID() }),
      ...(kind === "destroy" && { method: "Kırpma", documentNo: "T-1", documentId: randomUUID() }),
      ...(kind === "spoil" && { reason: "Baskı bozuk", witnessName: "Tanık Kişi" }),
      ...((kind === "dispatch" || kind === "receive") && { shipmentId: randomUUID() }),
      ...(reversesId && { reversesId }),
      lines: lines.map((line) => ({ ...line, first: BigInt(line.first), last: BigInt(line.last) })),
    }),
  );
}

export const holdingsIn = (series: string): Promise<Holding[]> => withScope({ kind: "country" }, (db) => allHoldings(db, series));

/** Declared, sent and received: `count` serials from 1 on lie in the vault. */
export async function aFullVault(series: string, count: number): Promise<void> {
  const lines = (from: Line["from"], to: Line["to"]): Line[] => [{ first: 1, last: count, from, to }];
  await move({ series, kind: "declare", lines: lines("outside", "mint_declared") });
  await move({ series, kind: "dispatch", lines: lines("mint_declared", "transit_mint_nvi") });
  await move({ series, kind: "receive", lines: lines("transit_mint_nvi", "nvi_vault") });
}
