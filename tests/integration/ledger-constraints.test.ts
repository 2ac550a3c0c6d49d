// What the code forgets the database refuses: raw SQL that no operation of ours would send (domain.md, L1–L8; quality.md, R4).
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountPairs } from "../../lib/cards/serial-ledger.ts";
import { rangeText } from "../../lib/cards/serial-ranges.ts";
import { bffOf } from "../support/bff.ts";
import { ownerSql } from "../support/database.ts";
import { aBatch, aFullVault, aSeries, custodian, holdingsIn, move, witness } from "../support/ledger.ts";
import { aPermit } from "../support/permits.ts";

let application: pg.Client;
let cardNumber = 770_000_000;

beforeAll(async () => {
  application = new pg.Client({ connectionString: process.env.DATABASE_URL ?? "" });
  await application.connect();
});
afterAll(() => application.end());

type Sent = { text: string; values?: unknown[] };

/** Everything in one transaction as the application may send it; answers with the database's own code, or "accepted". */
async function send(...statements: Sent[]): Promise<string> {
  try {
    await application.query("BEGIN");
    await application.query("SELECT set_config('role', 'izin_country', true)");
    for (const { text, values = [] } of statements) await application.query(text, values);
    await application.query("COMMIT");
    return "accepted";
  } catch (error) {
    await application.query("ROLLBACK");
    const { code, constraint } = error as { code: string; constraint?: string };
    return constraint ? `${code} ${constraint}` : code;
  }
}

type Columns = Record<string, string | number | null>;
type RawLine = { serials: string; from: string; to: string; batch?: string; kind?: string; series?: string };

/** A movement and its lines, word for word. */
function raw(series: string, kind: string, columns: Columns, lines: RawLine[]): Sent[] {
  const id = randomUUID();
  const all: Columns = {
    id,
    series,
    kind,
    quantity: 10,
    occurred_on: "2026-11-23",
    at: "2026-11-23T08:00:00Z",
    actor_id: custodian.id,
    actor_name: custodian.name,
    actor_role: custodian.role,
    ...columns,
  };
  const names = Object.keys(all);
  const places = names.map((_, index) => `$${index + 1}`);
  return [
    { text: `INSERT INTO movement (${names.join(", ")}) VALUES (${places.join(", ")})`, values: Object.values(all) },
    ...lines.map((line) => ({
      text: "INSERT INTO movement_line (movement_id, series, kind, serials, from_account, to_account, batch_id) VALUES ($1, $2, $3, $4::int8range, $5, $6, $7)",
      values: [id, line.series ?? series, line.kind ?? kind, line.serials, line.from, line.to, line.batch ?? null],
    })),
  ];
}

const spoilt = { reason: "Islanmış", witness_name: "Tanık Kişi" };
const approved = { approved_by_id: witness.id, approved_by_name: witness.name, approved_role: witness.role };
const destruction = { ...approved, method: "Kırpma", document_no: "T-1", document_id: randomUUID() };
const vaultToSpoiled = (serials: string): RawLine => ({ serials, from: "nvi_vault", to: "spoiled_held" });

async function aVault(count = 100): Promise<string> {
  const series = await aSeries();
  await aFullVault(series, count);
  return series;
}

describe("the database lets through what the code sends", () => {
  test("a spoilage with reason and witness", async () => {
    const series = await aVault();
    expect(await send(...raw(series, "spoil", spoilt, [vaultToSpoiled("[1,10]")]))).toBe("accepted");
    expect(await holdingsIn(series)).toHaveLength(2);
  });

  test("the pairs of accounts that serial-ledger.ts knows, and no others", async () => {
    const rows = await ownerSql<{ pair: string }>(
      "SELECT concat_ws(' ', kind, from_account, to_account, confirmation) AS pair FROM account_pair",
    );
    const known = Object.entries(accountPairs).flatMap(([kind, pairs]) => pairs.map((pair) => [kind, ...pair].join(" ")));
    expect(rows.map(({ pair }) => pair).toSorted()).toEqual(known.toSorted());
  });
});

describe("L1, one serial in one account", () => {
  test("a serial declared twice", async () => {
    const series = await aVault();
    const code = await send(...raw(series, "declare", {}, [{ serials: "[50,59]", from: "outside", to: "mint_declared" }]));
    expect(code).toBe("23P01 holding_one_account");
  });

  test("a line of another series or of another kind than its movement", async () => {
    const [series, other] = [await aVault(), await aVault()];
    expect(await send(...raw(series, "spoil", spoilt, [{ ...vaultToSpoiled("[1,10]"), series: other }]))).toBe("ZL001");
    expect(await send(...raw(series, "spoil", spoilt, [{ ...vaultToSpoiled("[1,10]"), kind: "sample", to: "qa_sample" }]))).toBe("ZL001");
  });

  test("the projection written by hand", async () => {
    const series = await aVault();
    expect(await send({ text: `UPDATE holding SET account = 'destroyed' WHERE series = '${series}'` })).toBe("42501");
    expect(await send({ text: `DELETE FROM holding WHERE series = '${series}'` })).toBe("42501");
    expect(await send({ text: `INSERT INTO holding (series, serials, account) VALUES ('${series}', '[900,901]', 'nvi_vault')` })).toBe(
      "42501",
    );
  });
});

describe("L2, conservation at commit", () => {
  test("a movement of another quantity than its lines, or without lines", async () => {
    const series = await aVault();
    expect(await send(...raw(series, "spoil", { ...spoilt, quantity: 11 }, [vaultToSpoiled("[1,10]")]))).toBe("ZL002");
    expect(await send(...raw(series, "spoil", spoilt, []))).toBe("ZL002");
  });

  test("a movement of nothing", async () => {
    const series = await aVault();
    expect(await send(...raw(series, "spoil", { ...spoilt, quantity: 0 }, []))).toBe("23514 movement_quantity");
    expect(await send(...raw(series, "spoil", spoilt, [vaultToSpoiled("empty")]))).toMatch(/movement_line_serials|ZL003/);
  });

  test("a line more for a movement of yesterday", async () => {
    const series = await aVault();
    const done = await move({ series, kind: "spoil", lines: [{ first: 1, last: 10, from: "nvi_vault", to: "spoiled_held" }] });
    const text =
      "INSERT INTO movement_line (movement_id, series, kind, serials, from_account, to_account) VALUES ($1, $2, 'spoil', '[11,20]', $3, $4)";
    expect(await send({ text, values: [done, series, "nvi_vault", "spoiled_held"] })).toBe("ZL002");
  });

  test("totals written by hand", async () => {
    const series = await aVault();
    expect(await send({ text: `UPDATE account_total SET held = held + 1, moved = moved + 1 WHERE series = '${series}'` })).toBe("42501");
    expect(await send({ text: `INSERT INTO account_total (series, account, held) VALUES ('${series}', 'missing', 7)` })).toBe("42501");
    expect(await send({ text: "TRUNCATE account_total" })).toBe("42501");
  });

  test.each(["count_holding", "count_movement_lines", "post_movement_line", "check_movement"])(
    "%s, which writes with more rights than ours, as the trigger of a table of our own",
    async (name) => {
      const mine = { text: "CREATE TEMP TABLE mine (LIKE movement_line) ON COMMIT DROP" };
      expect(await send(mine)).toBe("accepted");
      expect(await send(mine, { text: `CREATE TRIGGER mine AFTER INSERT ON mine FOR EACH ROW EXECUTE FUNCTION ${name}()` })).toBe("42501");
    },
  );

  test("a stretch that lies elsewhere than its movements say, though the sum is right: the next movement is refused", async () => {
    const series = await aVault();
    await ownerSql("UPDATE holding SET account = 'qa_sample' WHERE series = $1", [series]);
    await ownerSql("UPDATE holding SET serials = '[51,100]' WHERE series = $1", [series]);
    await ownerSql("INSERT INTO holding (series, serials, account) VALUES ($1, '[1,50]', 'nvi_vault')", [series]);
    expect(await send(...raw(series, "spoil", spoilt, [vaultToSpoiled("[1,10]")]))).toBe("ZL002");
  });

  test("serials that vanished from the projection: the next movement of the series is refused", async () => {
    const series = await aVault();
    await ownerSql("DELETE FROM holding WHERE series = $1", [series]);
    await ownerSql("INSERT INTO holding (series, serials, account) VALUES ($1, '[1,99]', 'nvi_vault')", [series]);
    expect(await send(...raw(series, "spoil", spoilt, [vaultToSpoiled("[1,10]")]))).toBe("ZL002");
  });
});

describe("L3, only allowed ways and only what is held", () => {
  test("a pair of accounts that stands in no row of the table", async () => {
    const series = await aVault();
    const code = await send(...raw(series, "spoil", spoilt, [{ serials: "[1,10]", from: "nvi_vault", to: "destroyed" }]));
    expect(code).toMatch(/^23503/);
  });

  test("serials that the giver does not hold, or nobody does", async () => {
    const series = await aVault();
    expect(await send(...raw(series, "destroy", destruction, [{ serials: "[1,10]", from: "spoiled_held", to: "destroyed" }]))).toBe(
      "ZL003",
    );
    expect(await send(...raw(series, "spoil", spoilt, [vaultToSpoiled("[96,105]")]))).toBe("ZL003");
  });

  test("floor stock of another batch, or of none", async () => {
    const series = await aVault();
    const [batchId, other] = [await aBatch(series), await aBatch(series)];
    await move({ series, kind: "allot", lines: [{ first: 1, last: 10, from: "nvi_vault", to: "nvi_floor", batchId }] });
    const floor = { serials: "[1,10]", from: "nvi_floor", to: "spoiled_held" };
    expect(await send(...raw(series, "spoil", spoilt, [{ ...floor, batch: other }]))).toBe("ZL003");
    expect(await send(...raw(series, "spoil", spoilt, [floor]))).toBe("23514 movement_line_batch");
  });

  test("a series that nobody has opened", async () => {
    expect(await send(...raw("ZZZ9", "declare", {}, [{ serials: "[1,10]", from: "outside", to: "mint_declared" }]))).toMatch(
      /^(ZL001|23503)/,
    );
  });
});

describe("L5, a blank becomes a card and a card was a blank", () => {
  type Given = { design?: string; serial?: number | null };

  async function aCardOf(series: string, { design = "new", serial = 1 }: Given = {}): Promise<Sent> {
    const permit = await aPermit(await bffOf("memur@aksaray.test"));
    const text = `INSERT INTO card (province_id, permit_id, number, kind, design, series, serial, serial_number, work, work_since, whereabouts, whereabouts_since,
        valid_from, valid_to, requested_at, updated_at)
      VALUES (68, $1, $2, 'fixed_term', $3, $4, $5, $6, 'qc_pass', now(), 'nvi', now(), '2026-01-01', '2026-12-31', now(), now())`;
    const printed =
      serial === null ? [null, null, null] : [series, serial, rangeText(series, { first: serial, last: serial }).replace(" ", "")];
    cardNumber += 1;
    return { text, values: [permit.id, String(cardNumber), design, ...printed] };
  }

  async function aFloor(): Promise<{ series: string; batchId: string }> {
    const series = await aVault();
    const batchId = await aBatch(series);
    await move({ series, kind: "allot", lines: [{ first: 1, last: 10, from: "nvi_vault", to: "nvi_floor", batchId }] });
    return { series, batchId };
  }

  const consume = (series: string, batch: string, serials = "[1,1]", quantity = 1): Sent[] =>
    raw(series, "consume", { quantity }, [{ serials, from: "nvi_floor", to: "consumed", batch }]);

  test("a consumed serial without its card", async () => {
    const { series, batchId } = await aFloor();
    expect(await send(...consume(series, batchId))).toBe("ZL005");
    expect(await send(...consume(series, batchId, "[1,2]", 2), await aCardOf(series))).toBe("ZL005");
  });

  test("a card with a serial that the ledger has not consumed, or that another card has", async () => {
    const { series, batchId } = await aFloor();
    expect(await send(await aCardOf(series))).toBe("ZL005");
    expect(await send(...consume(series, batchId), await aCardOf(series))).toBe("accepted");
    expect(await send(await aCardOf(series))).toMatch(/^23505/);
  });

  test("a card that changes or loses its serial", async () => {
    const { series, batchId } = await aFloor();
    expect(await send(...consume(series, batchId), await aCardOf(series))).toBe("accepted");
    expect(await send({ text: `UPDATE card SET serial = 2, serial_number = '${series}0000002' WHERE series = '${series}'` })).toBe("ZL005");
    expect(await send({ text: `UPDATE card SET series = NULL, serial = NULL, serial_number = NULL WHERE series = '${series}'` })).toMatch(
      /^(ZL005|23514)/,
    );
  });

  test("a card past its quality check without a serial, and one of the old design with one", async () => {
    const { series } = await aFloor();
    expect(await send(await aCardOf(series, { serial: null }))).toMatch(/^23514 card_serial/);
    expect(await send(await aCardOf(series, { design: "old" }))).toMatch(/^23514 card_serial/);
  });
});

describe("L6 and Security 6, what is gone is gone, by two people", () => {
  async function aSpoiled(): Promise<string> {
    const series = await aVault();
    await move({ series, kind: "spoil", lines: [{ first: 1, last: 10, from: "nvi_vault", to: "spoiled_held" }] });
    return series;
  }
  const destroyed: RawLine = { serials: "[1,10]", from: "spoiled_held", to: "destroyed" };

  test.each([
    ["by one person", {}, "movement_two_persons"],
    ["by one person twice", { ...destruction, approved_by_id: custodian.id }, "movement_two_persons"],
    ["by two of one office", { ...destruction, approved_role: custodian.role }, "movement_destruction"],
    ["by no named method", { ...destruction, method: null }, "movement_destruction"],
    ["without the number of its tutanak", { ...destruction, document_no: null }, "movement_destruction"],
    ["without the scan of its tutanak", { ...destruction, document_id: null }, "movement_destruction_scan"],
  ])("a destruction %s", async (_title, columns, constraint) => {
    expect(await send(...raw(await aSpoiled(), "destroy", columns, [destroyed]))).toMatch(
      new RegExp(`^23514 (${constraint}|movement_two_persons|movement_destruction|movement_destruction_scan)$`),
    );
  });

  test("a spoiled blank that goes back into stock, and a destroyed one that goes anywhere", async () => {
    const series = await aSpoiled();
    expect(await send(...raw(series, "give_back", approved, [{ serials: "[1,10]", from: "spoiled_held", to: "nvi_vault" }]))).toMatch(
      /^23503/,
    );
    expect(await send(...raw(series, "destroy", destruction, [destroyed]))).toBe("accepted");
    expect(
      await send(
        ...raw(series, "find", { ...approved, case_id: randomUUID() }, [{ serials: "[1,10]", from: "destroyed", to: "nvi_vault" }]),
      ),
    ).toMatch(/^23503/);
  });

  test("a write-off approved by somebody who moves stock, a loss without a case, a spoilage nobody saw", async () => {
    const series = await aVault();
    const lost: RawLine = { serials: "[11,20]", from: "nvi_vault", to: "missing" };
    expect(await send(...raw(series, "lose", approved, [lost]))).toBe("23514 movement_case");
    const caseId = randomUUID();
    expect(await send(...raw(series, "lose", { ...approved, case_id: caseId }, [lost]))).toBe("accepted");
    const off: RawLine = { serials: "[11,20]", from: "missing", to: "written_off" };
    const byCustodian = { ...approved, case_id: caseId, approved_role: "stock_custodian" };
    expect(await send(...raw(series, "write_off", byCustodian, [off]))).toBe("23514 movement_write_off");
    expect(await send(...raw(series, "spoil", { ...spoilt, witness_name: null }, [vaultToSpoiled("[1,10]")]))).toBe(
      "23514 movement_spoilage",
    );
  });

  test.each(["allot", "give_back", "lose", "find", "write_off"])("%s by one person", async (kind) => {
    const series = await aVault();
    expect(await send(...raw(series, kind, { case_id: randomUUID() }, []))).toMatch(/^23514 movement_(two_persons|write_off)/);
  });

  test("a dispatch or a receipt of no shipment", async () => {
    const series = await aSeries();
    expect(await send(...raw(series, "dispatch", {}, []))).toBe("23514 movement_shipment");
    expect(await send(...raw(series, "receive", {}, []))).toBe("23514 movement_shipment");
  });
});

describe("L7, a counted account stands still", () => {
  test("for whatever leaves it and whatever enters it", async () => {
    const series = await aVault();
    await ownerSql(
      "INSERT INTO stock_count (number, series, account, started_at, started_by_name) VALUES ($1, $2, 'spoiled_held', now(), 'Deneme')",
      [`S-${series}`, series],
    );
    expect(await send(...raw(series, "spoil", spoilt, [vaultToSpoiled("[1,10]")]))).toBe("ZL007");
    await ownerSql("UPDATE stock_count SET account = 'nvi_vault' WHERE series = $1", [series]);
    expect(await send(...raw(series, "spoil", spoilt, [vaultToSpoiled("[1,10]")]))).toBe("ZL007");
    const again = `INSERT INTO stock_count (number, series, account, started_at, started_by_name) VALUES ('S-x', '${series}', 'nvi_vault', now(), 'x')`;
    expect(await send({ text: again })).toBe("23505 stock_count_open_once");
  });
});

describe("L8, a correction cites what it takes back", () => {
  test("and takes back neither more nor less nor twice", async () => {
    const series = await aVault();
    const wrong = await move({ series, kind: "spoil", lines: [{ first: 1, last: 10, from: "nvi_vault", to: "spoiled_held" }] });
    const back = (serials: string): RawLine => ({ serials, from: "spoiled_held", to: "nvi_vault" });
    expect(await send(...raw(series, "reverse", {}, [back("[1,10]")]))).toBe("23514 movement_reversal");
    expect(await send(...raw(series, "spoil", { ...spoilt, reverses_id: wrong }, [vaultToSpoiled("[11,20]")]))).toBe(
      "23514 movement_reversal",
    );
    expect(await send(...raw(series, "reverse", { reverses_id: wrong, quantity: 5 }, [back("[1,5]")]))).toBe("ZL008");
    expect(await send(...raw(series, "reverse", { reverses_id: wrong }, [back("[1,10]")]))).toBe("accepted");
    expect(await send(...raw(series, "reverse", { reverses_id: wrong }, [back("[1,10]")]))).toMatch(/^(23505|ZL003)/);
  });
});

describe("what is written stays written", () => {
  test.each([
    ["movement", "reason = 'x'"],
    ["movement_line", "to_account = 'nvi_vault'"],
    ["stock_count_sheet", "quantity = 1"],
    ["stock_document", "name = 'x'"],
  ])("%s is neither changed nor deleted", async (table, change) => {
    expect(await send({ text: `UPDATE ${table} SET ${change}` })).toBe("42501");
    expect(await send({ text: `DELETE FROM ${table}` })).toBe("42501");
  });

  test("no row of the ledger's own tables is deleted", async () => {
    for (const table of [
      "series",
      "shipment",
      "shipment_box",
      "stock_case",
      "stock_count",
      "holding",
      "account_total",
      "account_pair",
      "tariff",
    ]) {
      expect(await send({ text: `DELETE FROM ${table}` }), table).toBe("42501");
    }
  });

  test("a provincial scope sees none of it", async () => {
    await application.query("BEGIN");
    await application.query("SELECT set_config('role', 'izin_province', true), set_config('app.province', '68', true)");
    await expect(application.query("SELECT count(*) FROM holding")).rejects.toMatchObject({ code: "42501" });
    await application.query("ROLLBACK");
  });
});
