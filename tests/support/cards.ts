import { randomInt } from "node:crypto";
import { systemActor } from "../../lib/access/policy.ts";
import type { CardColumns } from "../../lib/cards/card-history.ts";
import { addCard, changeCard } from "../../lib/cards/server/card-events.ts";
import { nextCardNumber, type StoredCard } from "../../lib/cards/server/repository.ts";
import { withScope } from "../../lib/platform/db/transaction.ts";
import type { Bff } from "./bff.ts";
import { ownerSql } from "./database.ts";
import { aPermit } from "./permits.ts";

const series = "Z9";
let serials = 0;

/** Past the Mint and NVİ, whose way is another test's: the next serial of a series that is consumed already. */
async function aConsumedSerial(): Promise<bigint> {
  serials += 1;
  await ownerSql("INSERT INTO series (code, created_at) VALUES ($1, now()) ON CONFLICT DO NOTHING", [series]);
  await ownerSql("INSERT INTO holding (series, serials, account) VALUES ($1, int8range($2::bigint, $2::bigint + 1), 'consumed')", [
    series,
    serials,
  ]);
  return BigInt(serials);
}

const nothingYet = {
  series: null,
  serial: null,
  serialNumber: null,
  legacyNumber: null,
  whereabouts: null,
  whereaboutsSince: null,
  deliveredTo: null,
  invalidReason: null,
  activatedAt: null,
  invalidatedAt: null,
  replacesId: null,
  batchId: null,
  barcode: null,
  addressConfirmedAt: null,
} as const;

export type Stage = "packed" | "on_its_way" | "delivered";

/** A card of the new design for a permit of the officer's own province, made at `at`. */
export async function aCard(officer: Bff, stage: Stage, at = new Date(Date.now() - 3 * 86_400_000)): Promise<StoredCard> {
  const permit = await aPermit(officer);
  const serial = await aConsumedSerial();
  return await withScope({ kind: "country" }, async (db) => {
    const ctx = { db, now: at, actor: systemActor(null), requestId: "test" };
    const columns: CardColumns = {
      ...nothingYet,
      permitId: permit.id,
      number: await nextCardNumber(db),
      kind: "fixed_term",
      design: "new",
      work: "queued",
      workSince: at,
      validity: "pending",
      validFrom: permit.validFrom,
      validTo: permit.validTo,
      issuedOn: null,
      requestedAt: at,
      requestReason: "first",
    };
    const card = await addCard(ctx, { ...columns, provinceId: permit.provinceId });
    const barcode = `RR${String(randomInt(10_000_000, 99_999_999))}5TR`;
    const owned = { series, serial, serialNumber: `${series}${String(serial).padStart(7, "0")}`, barcode };
    const packed = await changeCard(ctx, card, { axis: "work", kind: "packed", columns: { ...owned, work: "packed", whereabouts: "nvi" } });
    if (stage === "packed") return packed;
    const handed = { work: "handed_to_ptt", whereabouts: "ptt_accepted", validity: "active" } as const;
    const onItsWay = await changeCard(ctx, packed, { axis: "work", kind: "handed_over", columns: handed });
    if (stage === "on_its_way") return onItsWay;
    const given = { whereabouts: "delivered", deliveredTo: "self", work: "closed" } as const;
    return await changeCard(ctx, onItsWay, { axis: "whereabouts", kind: "carrier_reported", columns: given });
  });
}
