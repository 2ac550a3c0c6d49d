import { type Actor, can } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import type { Db } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import { manifestActions } from "../manifest.ts";
import type { ManifestAction, ManifestLine, ManifestRecord } from "../manifest-contract.ts";
import type { ManifestRow } from "../production-contract.ts";
import { findManifest, lockManifest, manifestLinesOf, type StoredManifest, type StoredManifestLine } from "./manifest-repository.ts";
import { findCards } from "./repository.ts";

export type ManifestCase = { manifest: StoredManifest; lines: StoredManifestLine[] };

/** PTT's count is written by whoever may write what PTT says. */
const mayDo = (actor: Actor, action: ManifestAction): boolean => can(actor, action === "count" ? "carrier:record" : "production:manage");

const actionsFor = (actor: Actor, { manifest, lines }: ManifestCase): ManifestAction[] => {
  const hasNamedLines = lines.some(({ state }) => state === "missing" || state === "unexpected");
  return manifestActions(manifest.state, hasNamedLines).filter((action) => mayDo(actor, action));
};

/** Loads and locks the list for a command, and refuses a stale version or a wrong state. */
export async function openManifest(
  ctx: Context<Actor>,
  { manifestId, version }: { manifestId: string; version: number },
  action: ManifestAction,
): Promise<ManifestCase> {
  const manifest = await lockManifest(ctx.db, manifestId);
  if (!manifest) throw new AppError("not_found");
  if (manifest.version !== version) throw new AppError("stale_version", { currentVersion: manifest.version });
  const one = { manifest, lines: await manifestLinesOf(ctx.db, manifestId) };
  if (!mayDo(ctx.actor, action)) throw new AppError("forbidden");
  if (!actionsFor(ctx.actor, one).includes(action)) throw new AppError("state_forbids", { currentVersion: manifest.version });
  return one;
}

export function manifestRow({
  id,
  number,
  state,
  total,
  pttCount,
  createdAt,
  createdByName,
  handedOverAt,
  isDemo,
}: StoredManifest): ManifestRow {
  const handedOver = handedOverAt?.toISOString() ?? null;
  return { id, number, state, total, pttCount, createdAt: createdAt.toISOString(), createdByName, handedOverAt: handedOver, isDemo };
}

export async function readManifest(ctx: Context<Actor>, { manifestId }: { manifestId: string }): Promise<ManifestRecord> {
  const manifest = await findManifest(ctx.db, manifestId);
  if (!manifest) throw new AppError("not_found");
  const lines = await manifestLinesOf(ctx.db, manifestId);
  const { version, settledAt, note } = manifest;
  return {
    ...manifestRow(manifest),
    version,
    note,
    settledAt: settledAt?.toISOString() ?? null,
    rows: await lineRows(ctx.db, lines),
    allowedActions: actionsFor(ctx.actor, { manifest, lines }),
  };
}

async function lineRows(db: Db, lines: readonly StoredManifestLine[]): Promise<ManifestLine[]> {
  const ids = lines.flatMap(({ cardId }) => cardId ?? []);
  const cards = new Map((await findCards(db, ids)).map((card) => [card.id, card]));
  return lines.map(({ line, barcode, state, cardId }) => {
    const card = cardId === null ? undefined : cards.get(cardId);
    if (!card) return { line, barcode, state, card: null };
    const { id, number, serialNumber, provinceId, work } = card;
    return { line, barcode, state, card: { id, number, serialNumber, provinceId, work } };
  });
}
