// What the demo claims about its cards must be what the database's own rules say.
import { expect, test } from "vitest";
import { type CardChange, foldEvents } from "../../lib/cards/card-history.ts";
import { foldPosition, readReports } from "../../lib/cards/delivery.ts";
import { listSeriesCards, readSeries } from "../../lib/cards/ledger-contract.ts";
import { carrierCodes } from "../../lib/cards/server/carrier-repository.ts";
import { withScope } from "../../lib/platform/db/transaction.ts";
import { bffOf } from "../support/bff.ts";
import { ownerSql } from "../support/database.ts";
import { accountOf } from "../support/session.ts";

test("every blank that the Mint declared lies in one account, and every consumed one is a card", async () => {
  const series = await ownerSql<{ code: string; declared: number; held: number; consumed: number; cards: number }>(
    `SELECT s.code, (SELECT sum(upper(l.serials) - lower(l.serials))::int FROM movement_line l WHERE l.series = s.code AND l.kind = 'declare') AS declared,
       (SELECT sum(upper(h.serials) - lower(h.serials))::int FROM holding h WHERE h.series = s.code) AS held,
       (SELECT coalesce(sum(upper(h.serials) - lower(h.serials)), 0)::int FROM holding h WHERE h.series = s.code AND h.account = 'consumed') AS consumed,
       (SELECT count(*)::int FROM card c WHERE c.series = s.code) AS cards FROM series s ORDER BY 1`,
  );
  expect(series.map(({ code }) => code)).toContain("A26");
  for (const { code, declared, held, consumed, cards } of series) {
    expect(held, code).toBe(declared);
    expect(consumed, code).toBe(cards);
  }
});

test("a card is what its history says", async () => {
  const events = await ownerSql<{
    id: string;
    work: string;
    whereabouts: string | null;
    validity: string;
    version: number;
    changes: CardChange[];
  }>(
    `SELECT c.id, c.work, c.whereabouts, c.validity, c.version, json_agg(e.change ORDER BY e.version) AS changes FROM card c JOIN card_event e ON e.card_id = c.id GROUP BY c.id`,
  );
  expect(events.length).toBeGreaterThan(50);
  for (const { id, work, whereabouts, validity, version, changes } of events) {
    const { work: foldedWork, whereabouts: foldedWhereabouts = null, validity: foldedValidity } = foldEvents(changes);
    expect({ id, work, whereabouts, validity, version }).toEqual({
      id,
      work: foldedWork,
      whereabouts: foldedWhereabouts,
      validity: foldedValidity,
      version: changes.length,
    });
  }
});

test("a card that PTT delivered was reported delivered, to the same person", async () => {
  const [told] = await ownerSql<{ cards: number; agreeing: number }>(
    `SELECT count(*)::int AS cards, count(*) FILTER (WHERE k.milestone = 'delivered' AND k.delivered_to = c.delivered_to)::int AS agreeing
     FROM card c JOIN LATERAL (SELECT code FROM carrier_event e WHERE e.card_id = c.id ORDER BY carrier_time DESC, sequence DESC LIMIT 1) e ON true
     JOIN carrier_code k USING (code) WHERE c.whereabouts = 'delivered'`,
  );
  expect(told?.cards).toBeGreaterThan(0);
  expect(told?.agreeing).toBe(told?.cards);
});

test("what PTT reported folds to where the card is, deliveries that were taken back included", async () => {
  const codes = await withScope({ kind: "country" }, (db) => carrierCodes(db));
  const rows = await ownerSql<{
    whereabouts: string;
    lostAt: string | null;
    facts: { id: string; barcode: string; code: string; at: string; sequence: number }[];
  }>(
    `SELECT c.whereabouts, CASE WHEN c.invalid_reason IN ('reported_lost', 'reported_stolen') THEN c.invalidated_at END AS "lostAt", json_agg(json_build_object('id', e.id, 'barcode', e.barcode, 'code', e.code, 'at', e.carrier_time, 'sequence', e.sequence)) AS facts
     FROM card c JOIN carrier_event e ON e.card_id = c.id GROUP BY c.id`,
  );
  expect(rows.length).toBeGreaterThan(2);
  let takenBack = 0;
  for (const { whereabouts, lostAt, facts } of rows) {
    const reports = readReports(
      facts.map((fact) => ({ ...fact, at: new Date(fact.at) })),
      codes,
    );
    takenBack += reports.filter(({ reversedById }) => reversedById !== null).length;
    const carried = foldPosition(null, [], reports).whereabouts ?? "";
    // Reported lost or stolen, what had arrived is nobody's any more; what was on its way stays PTT's to say.
    expect(whereabouts).toBe(lostAt && ["delivered", "returned_held"].includes(carried) ? "lost" : carried);
  }
  const [kept] = await ownerSql<{ n: number }>(
    "SELECT count(*)::int AS n FROM card WHERE invalid_reason IN ('reported_lost', 'reported_stolen') AND whereabouts = 'delivered'",
  );
  expect(kept?.n).toBe(0);
  console.info(`${rows.length} histories of PTT, ${takenBack} reports taken back`);
});

test("a figure of the ledger opens exactly its cards, and shows whoever keeps stock no person", async () => {
  const custodian = await bffOf(accountOf("stock_custodian"));
  const { figures } = await custodian.call(readSeries, { series: "A26" });
  const opened = await custodian.call(listSeriesCards, { series: "A26", whereabouts: "delivered" });
  expect(opened.total).toBeGreaterThan(5);
  expect(opened.total).toBe(figures?.cards.delivered);
  expect(Object.keys(opened.cards[0] ?? {}).toSorted()).toEqual([
    "batch",
    "id",
    "number",
    "serial",
    "serialNumber",
    "since",
    "whereabouts",
  ]);
  const after = opened.cards[2]?.serial ?? 0;
  const rest = await custodian.call(listSeriesCards, { series: "A26", whereabouts: "delivered", after: String(after) });
  expect(rest.cards[0]).toEqual(opened.cards[3]);
  const all = await custodian.call(listSeriesCards, { series: "A26" });
  expect(all.total).toBe(Object.values(figures?.cards ?? {}).reduce((sum, count) => sum + count, 0));
});
