// The demo's cards: both designs, the ledger that accounts for every blank, batches, manifests, what PTT reported, cards that
// came back, and a box that is missing. Made once, after the permits, from their numbers alone.
import { createHash } from "node:crypto";
import type pg from "pg";
import { localDateOf } from "../lib/platform/locale/tr.ts";
import { sampleScan } from "./cards/sample-scan.ts";
import { ledger } from "./cards/seed-ledger.ts";
import { designs, dice, itemNumber, population, seedId } from "./cards/seed-population.ts";
import { cards, history, papers, reports } from "./cards/seed-rows.ts";

/** When the new design began in the demo; elsewhere the operator says so (domain.md, Facts). */
const cutOver = "2026-03-01";

export async function seedCards(client: pg.Client, now: Date): Promise<void> {
  const { rows } = await client.query("SELECT mode, EXISTS (SELECT FROM card WHERE is_demo) AS seeded FROM installation");
  if (rows[0]?.mode !== "demo") throw new Error("demo data belongs to the demo only");
  if (rows[0].seeded) return;
  await client.query("BEGIN");
  await client.query("CREATE TEMP TABLE seed_now (day date, at timestamptz, cut date) ON COMMIT DROP");
  await client.query("INSERT INTO seed_now VALUES ($1, $2, $3)", [localDateOf(now), now, cutOver]);
  await client.query(seedId);
  await seedScan(client, now);
  for (const statement of [dice, itemNumber, designs, ...population, ...ledger, ...cards, ...history, ...papers, ...reports]) {
    await client.query(statement);
  }
  await client.query("COMMIT");
  await client.query("DISCARD TEMP");
  await client.query(
    "ANALYZE card, card_event, carrier_event, movement, movement_line, holding, batch, batch_line, manifest, manifest_line, card_exception",
  );
}

/** Every destruction of the demo's ledger names it (L6). */
async function seedScan(client: pg.Client, now: Date): Promise<void> {
  const bytes = sampleScan();
  const digest = createHash("sha256").update(bytes).digest();
  await client.query(
    `INSERT INTO stock_document (id, name, media_type, size, sha256, bytes, uploaded_by_id, created_at)
     SELECT pg_temp.seed_id('scan'), 'imha-tutanagi-ornek.pdf', 'application/pdf', $1, $2, $3, id, $4 FROM user_account WHERE username = 'stok1@bakanlik.test'`,
    [bytes.length, digest, bytes, now],
  );
}
