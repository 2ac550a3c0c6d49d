// Random walks of production on the real database: whatever people and NVİ do in whatever order, ledger, batches and cards say the
// same (L2, L5, K1). Refusals are part of the walk.
import { beforeAll, expect, test } from "vitest";
import { drawUpManifest, handOverManifest, packCards } from "../../lib/cards/manifest-contract.ts";
import {
  type BatchRecord,
  cancelBatch,
  completeBatch,
  gatherBatch,
  queueCards,
  readBatch,
  recordQuality,
  removeBatchLine,
  sealBatch,
} from "../../lib/cards/production-contract.ts";
import { AppError } from "../../lib/platform/errors.ts";
import { type Bff, bffOf } from "../support/bff.ts";
import { ownerSql } from "../support/database.ts";
import { move } from "../support/ledger.ts";
import { type Answer, aBarcode, allot, answer, aRequest, quietProduction, serialOf } from "../support/production.ts";
import { accountOf } from "../support/session.ts";

const series = "AW1";
const walks = Number(process.env.PRODUCTION_WALKS ?? 3);
const steps = 22;
let officer: Bff;
let custodian: Bff;

beforeAll(async () => {
  officer = await bffOf(accountOf("provincial_officer"));
  custodian = await bffOf(accountOf("stock_custodian"));
  await quietProduction(series, 5_000);
});

/** The same walk for the same seed. */
function dice(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Roll = (below: number) => number;
type Step = (batch: BatchRecord, roll: Roll) => Promise<unknown>;

const handle = ({ id, version }: BatchRecord) => ({ batchId: id, version });
const reason = "Rastgele yürüyüşte denendi.";

function check(batch: BatchRecord, roll: Roll) {
  const passed: string[] = [];
  const failed: { serial: string; reason: string }[] = [];
  for (const { state, serial } of batch.rows) {
    const what = state === "printed" || roll(8) === 0 ? roll(4) : 3;
    if (what < 2) passed.push(serialOf(batch, serial));
    if (what === 2) failed.push({ serial: serialOf(batch, serial), reason: `Kusur ${roll(2)} görüldü` });
  }
  return custodian.call(recordQuality, { ...handle(batch), passed, failed, witnessName: "Hakan Basım" });
}

function answers(batch: BatchRecord, roll: Roll) {
  const states = ["ALINDI", "DOGRULANDI", "BASILDI", "BASILDI", "BASILDI", "HATA"] as const;
  const told = batch.rows.filter(({ state }) => state !== "removed" && roll(3) > 0);
  const lines = told.map(({ line }): Answer => ({ line, state: states[roll(states.length)] ?? "ALINDI", code: `E${roll(9)}` }));
  return answer(custodian, batch, lines);
}

const giveBack: Step = async ({ id, spare }) => {
  const lines = spare.map((range) => ({ ...range, from: "nvi_floor" as const, to: "nvi_vault" as const, batchId: id }));
  if (lines.length > 0) await move({ series, kind: "give_back", lines });
};

const handOver: Step = async ({ series: code, rows }, roll) => {
  const ready = rows.filter(({ work, state }) => work === "qc_pass" && state === "qc_pass" && roll(4) > 0);
  const pairs = ready.map(({ serial }) => ({ serialNumber: `${code}${String(serial).padStart(7, "0")}`, barcode: aBarcode() }));
  if (pairs.length > 0) await custodian.call(packCards, { pairs });
  const manifest = await custodian.call(drawUpManifest, { count: 10 });
  if (roll(2) === 0) await custodian.call(handOverManifest, { manifestId: manifest.id, version: manifest.version });
};

const deeds: readonly Step[] = [
  async (batch) => await allot(batch),
  async (batch) => await custodian.call(sealBatch, handle(batch)),
  async (batch) => await custodian.call(sealBatch, handle(batch)),
  answers,
  answers,
  answers,
  check,
  check,
  giveBack,
  handOver,
  async (batch, roll) => await custodian.call(removeBatchLine, { ...handle(batch), line: 1 + roll(6), reason }),
  async (batch) => await custodian.call(completeBatch, handle(batch)),
  async (batch, roll) => (roll(6) === 0 ? await custodian.call(cancelBatch, { ...handle(batch), reason }) : null),
];

/** What the walk may meet: a rule said no. Anything else is a fault. */
async function tried(step: Promise<unknown>): Promise<void> {
  await step.catch((error: unknown) => {
    if (error instanceof AppError && error.code !== "internal") return;
    if (error instanceof Error && error.message.includes("no ") && error.message.includes("blanks left")) return;
    throw error;
  });
}

const faults = {
  "declared serials lie in one account each": `SELECT 1 WHERE (SELECT sum(upper(serials) - lower(serials)) FROM holding WHERE series = '${series}') <> 5000`,
  "a consumed serial is one card, and a card's serial is consumed": `
    SELECT s FROM (SELECT generate_series(lower(serials), upper(serials) - 1) AS s FROM holding WHERE series = '${series}' AND account = 'consumed') h
    FULL JOIN (SELECT serial FROM card WHERE series = '${series}') c ON c.serial = h.s WHERE h.s IS NULL OR c.serial IS NULL`,
  "a passed line is a consumed serial": `
    SELECT 1 FROM batch_line l JOIN card c ON c.id = l.card_id WHERE l.series = '${series}' AND l.state = 'qc_pass' AND c.serial IS DISTINCT FROM l.serial`,
  "a failed line is a spoiled blank": `
    SELECT 1 FROM batch_line l WHERE l.series = '${series}' AND l.state = 'qc_fail' AND NOT EXISTS
      (SELECT FROM holding h WHERE h.series = l.series AND h.account = 'spoiled_held' AND h.serials @> l.serial)`,
  "an open line of a sealed batch holds a serial of its own floor": `
    SELECT 1 FROM batch_line l JOIN batch b ON b.id = l.batch_id WHERE l.series = '${series}' AND b.state IN ('sent', 'in_production')
      AND l.state IN ('waiting', 'received', 'validated', 'printed') AND NOT EXISTS
      (SELECT FROM holding h WHERE h.series = l.series AND h.account = 'nvi_floor' AND h.batch_id = l.batch_id AND h.serials @> l.serial)`,
  "a card is in a batch exactly while an open line says so": `
    SELECT c.id FROM card c WHERE c.kind IN ('fixed_term') AND c.design = 'new' AND NOT c.is_demo AND (c.work IN ('in_batch', 'personalised')) <> EXISTS
      (SELECT FROM batch_line l WHERE l.card_id = c.id AND l.state IN ('waiting', 'received', 'validated', 'printed'))`,
  "an ended batch has no open line": `
    SELECT 1 FROM batch_line l JOIN batch b ON b.id = l.batch_id WHERE l.series = '${series}' AND b.state IN ('completed', 'cancelled')
      AND l.state IN ('waiting', 'received', 'validated', 'printed')`,
  "a completed batch has nothing on its floor": `
    SELECT 1 FROM batch b JOIN holding h ON h.batch_id = b.id WHERE b.series = '${series}' AND b.state = 'completed'`,
  "a card handed over is valid and has its barcode and line": `
    SELECT 1 FROM card c WHERE c.series = '${series}' AND c.work = 'handed_to_ptt' AND (c.validity <> 'active' OR NOT EXISTS
      (SELECT FROM manifest_line l WHERE l.card_id = c.id AND l.barcode = c.barcode))`,
  "every version of a card has its event": `
    SELECT c.id FROM card c WHERE NOT c.is_demo AND c.version <> (SELECT count(*) FROM card_event e WHERE e.card_id = c.id)`,
};

async function expectAgreement(seed: number): Promise<void> {
  for (const [sentence, sql] of Object.entries(faults)) expect(await ownerSql(sql), `${sentence} (seed ${seed})`).toEqual([]);
}

test(`${walks} random walks of ${steps} steps leave ledger, batches and cards in agreement`, {
  timeout: 120_000 * Math.max(4, walks),
}, async () => {
  const reached = new Set<string>();
  for (let seed = 1; seed <= walks; seed += 1) {
    const roll = dice(seed);
    for (let wanted = 2 + roll(4); wanted > 0; wanted -= 1) await aRequest(officer);
    await custodian.call(queueCards, { series, count: 50 });
    const { id: batchId } = await custodian.call(gatherBatch, { series, count: 6 });
    for (let step = 0; step < steps; step += 1) {
      const batch = await custodian.call(readBatch, { batchId });
      reached.add(batch.state);
      for (const { state } of batch.rows) reached.add(state);
      await tried((deeds[roll(deeds.length)] as Step)(batch, roll));
      if (step % 4 === 3) await expectAgreement(seed);
    }
    await expectAgreement(seed);
  }
  expect(reached.size).toBeGreaterThan(7);
});
