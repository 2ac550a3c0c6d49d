import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { AppError, type InvalidParam } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { isItemNumber } from "../barcode.ts";
import type { packCards as endpoint, PackableCard } from "../manifest-contract.ts";
import { changeCards } from "./card-events.ts";
import { countInWork, idsBySerialNumber, packableCards, takenBarcodes } from "./production-repository.ts";
import { lockCards, type StoredCard } from "./repository.ts";

export async function listPackableCards({ db }: Context<Actor>): Promise<{ cards: PackableCard[]; total: number }> {
  const rows = await packableCards(db, 500);
  const cards = rows.map(({ since, ...row }) => ({ ...row, since: since.toISOString() }));
  return { cards, total: await countInWork(db, "qc_pass") };
}

/** Errors: `bad_input` at the pair whose card is not past the check, or whose barcode stands on another one. */
export async function packCards(
  ctx: Context<Actor>,
  { pairs }: ParsedInputOf<typeof endpoint>,
): Promise<{ packed: number; unusual: string[] }> {
  const serialNumbers = pairs.map(({ serialNumber }) => serialNumber.toUpperCase().replaceAll(/[\s.-]/g, ""));
  const ids = await idsBySerialNumber(ctx.db, serialNumbers);
  const taken = await takenBarcodes(
    ctx.db,
    pairs.map(({ barcode }) => barcode),
  );
  const cards = new Map((await lockCards(ctx.db, [...ids.values()])).map((card) => [card.id, card]));
  const changes = new Map<string, { card: StoredCard; barcode: string }>();
  const barcodes = new Set<string>();
  const faults: InvalidParam[] = [];
  for (const [index, { barcode }] of pairs.entries()) {
    const serialNumber = serialNumbers[index] ?? "";
    const card = cards.get(ids.get(serialNumber) ?? "");
    const fault = cardFault(card, changes);
    if (fault) faults.push({ path: `pairs.${index}.serialNumber`, message: `${serialNumber}: ${fault}` });
    if (taken.has(barcode) || barcodes.has(barcode))
      faults.push({ path: `pairs.${index}.barcode`, message: `${barcode} başka bir zarfta.` });
    barcodes.add(barcode);
    if (card) changes.set(card.id, { card, barcode });
  }
  if (faults.length > 0) throw new AppError("bad_input", { invalidParams: faults.slice(0, 50) });
  await changeCards(
    ctx,
    [...changes.values()].map(({ card, barcode }) => ({ card, axis: "work", kind: "packed", columns: { work: "packed", barcode } })),
  );
  return { packed: changes.size, unusual: [...barcodes].filter((barcode) => !isItemNumber(barcode)) };
}

function cardFault(card: StoredCard | undefined, earlier: ReadonlyMap<string, unknown>): string | null {
  if (!card) return "bu seri numarasıyla kart yok.";
  if (earlier.has(card.id)) return "iki kez okutuldu.";
  if (card.work !== "qc_pass") return "kart denetimden geçmiş ve paketlenmemiş durumda değil.";
  if (card.validity === "invalidated") return "izni sona erdi; paketlenmez.";
  return null;
}
