// The demo's cards: both designs, the ledger that accounts for every blank, batches, manifests, what PTT reported, cards that
// came back, and a box that is missing. Made after the permits, from their numbers alone; made anew when there are more permits,
// as long as nobody has worked with them.
import { createHash } from "node:crypto";
import type pg from "pg";
import { localDateOf } from "../lib/platform/locale/tr.ts";
import { sampleScan } from "./cards/sample-scan.ts";
import { ledger } from "./cards/seed-ledger.ts";
import { designs, dice, itemNumber, population, seedId } from "./cards/seed-population.ts";
import { cards, history, papers, reports } from "./cards/seed-rows.ts";
import { bareWithin } from "./permits/bare-tables.ts";

/** From here on building keys and indexes once costs less than keeping them; fewer cards are judged row by row, as in an office. */
const bareFrom = 200_000;
/** By it the ledger finds the card of every consumed serial when the transaction ends. */
const serialIndex = ["card_series_serial_key"];
const cardTables = ["card", "card_event", "batch_line", "manifest_line", "carrier_event"];

/** When the new design began in the demo; elsewhere the operator says so (domain.md, Facts). */
const cutOver = "2026-03-01";

export async function seedCards(client: pg.Client, now: Date): Promise<void> {
  const { rows } = await client.query("SELECT mode FROM installation");
  if (rows[0]?.mode !== "demo") throw new Error("demo data belongs to the demo only");
  const present = await presentCards(client);
  if (present === "complete") return;
  if (present === "worked_with") {
    console.log("The new permits get no cards: people have worked with the demo's cards. An empty data directory gives cards to all.");
    return;
  }
  await client.query("BEGIN");
  if (present === "too_few") await clearCards(client);
  // What dice decide the planner takes for a handful, and would look all cards through again for each of these.
  await client.query("SET LOCAL enable_nestloop = off; SET LOCAL work_mem = '256MB'");
  await client.query("CREATE TEMP TABLE seed_now (day date, at timestamptz, cut date) ON COMMIT DROP");
  await client.query("INSERT INTO seed_now VALUES ($1, $2, $3)", [localDateOf(now), now, cutOver]);
  await client.query(seedId);
  await seedScan(client, now);
  for (const statement of [dice, itemNumber, designs, ...population, ...ledger]) await client.query(statement);
  const { rows: made } = await client.query<{ cards: number }>("SELECT count(*)::int AS cards FROM seed_card");
  const restore = (made[0]?.cards ?? 0) > bareFrom ? await bareWithin(client, cardTables, serialIndex) : null;
  for (const statement of [...cards, ...history, ...papers, ...reports]) await client.query(statement);
  await restore?.();
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

type Present = "none" | "complete" | "too_few" | "worked_with";

/** The newest demo permit of a kind that has cards stands for all: permits are only added at the end. */
async function presentCards(client: pg.Client): Promise<Present> {
  const { rows } = await client.query(
    `SELECT EXISTS (SELECT FROM card WHERE is_demo) AS seeded,
       (SELECT coalesce(max(number::int), 0) FROM permit WHERE is_demo AND number ~ '^[1-8][0-9]{6}$') - 100 >
         (SELECT coalesce(max(left(number, 9)::int - 100000000) / 2, 0) FROM card WHERE is_demo AND number ~ '^[1-8][0-9]{8}$') AS too_few,
       EXISTS (SELECT FROM audit_event WHERE actor_id IS NOT NULL AND action NOT LIKE '%.opened' AND action ~ '^(card|carrier_message|stock|stock_case|stock_count|batch|manifest|shipment)[.]') AS worked_with`,
  );
  const { seeded, too_few: tooFew, worked_with: workedWith } = rows[0];
  if (!seeded) return "none";
  if (!tooFew) return "complete";
  return workedWith ? "worked_with" : "too_few";
}

/** Everything that the first seeding made, and what the sweeps counted of it. */
async function clearCards(client: pg.Client): Promise<void> {
  await client.query(
    `TRUNCATE card, card_event, card_address, carrier_event, card_exception, movement, movement_line, holding, account_total, series, batch, batch_line,
       manifest, manifest_line, partner_message, shipment, shipment_box, stock_case, stock_count, stock_count_sheet, stock_document, transition_day, forecast_run`,
  );
  for (const name of ["shipment_number", "stock_case_number", "stock_count_number", "batch_number", "manifest_number"]) {
    await client.query(`ALTER SEQUENCE ${name} RESTART`);
  }
}
