// A card from its request to PTT, through the routes as the people of the ministry use them (domain.md §3; B1–B3, B10).
import { beforeAll, describe, expect, test } from "vitest";
import { drawUpManifest, handOverManifest, listPackableCards, packCards, resolveManifest } from "../../lib/cards/manifest-contract.ts";
import { partnerFields } from "../../lib/cards/partner-file.ts";
import {
  type BatchRecord,
  cancelBatch,
  completeBatch,
  downloadBatchFile,
  gatherBatch,
  queueCards,
  readBatch,
  readProductionBoard,
  receivePartnerAnswers,
  recordQuality,
  removeBatchLine,
  sealBatch,
  takeBatchAnswers,
} from "../../lib/cards/production-contract.ts";
import { requestCard, requeueCard } from "../../lib/cards/request-contract.ts";
import { cancelPermit, stagePermitFile } from "../../lib/permits/commands-contract.ts";
import { hex, sha256 } from "../../lib/platform/crypto/digest.ts";
import { type Bff, bffOf } from "../support/bff.ts";
import { ownerSql } from "../support/database.ts";
import { holdingsIn, move } from "../support/ledger.ts";
import {
  aBarcode,
  aGatheredBatch,
  allot,
  answer,
  answerFile,
  aPermitInForce,
  aPrintedBatch,
  aRequest,
  aSealedBatch,
  cardsOf,
  count,
  handedOver,
  quietProduction,
  serialOf,
} from "../support/production.ts";
import { samplePdf } from "../support/schema-sample.ts";
import { accountOf } from "../support/session.ts";

const series = "AT1";
const reason = "Dosyadaki belgeye göre.";
let officer: Bff;
let chief: Bff;
let custodian: Bff;

beforeAll(async () => {
  officer = await bffOf(accountOf("provincial_officer"));
  chief = await bffOf(accountOf("provincial_chief"));
  custodian = await bffOf(accountOf("stock_custodian"));
  await quietProduction(series, 400);
});

type CardLook = {
  work: string;
  validity: string;
  serial_number: string | null;
  invalid_reason: string | null;
  version: number;
  id: string;
};
const cardAt = async (batch: BatchRecord, line: number): Promise<CardLook> => {
  const [card] = await ownerSql<CardLook>(
    "SELECT c.id, c.work, c.validity, c.serial_number, c.invalid_reason, c.version FROM card c JOIN batch_line l ON l.card_id = c.id WHERE l.batch_id = $1 AND l.line = $2",
    [batch.id, line],
  );
  if (!card) throw new Error(`no line ${line}`);
  return card;
};
const countIn = async (account: string) =>
  (await holdingsIn(series)).filter((one) => one.account === account).reduce((sum, { first, last }) => sum + last - first + 1, 0);
const again = (batch: BatchRecord) => custodian.call(readBatch, { batchId: batch.id });

describe("a request", () => {
  test("is made once for a permit in force, and the button and the refusal agree", async () => {
    const permitId = await aPermitInForce(officer);
    const view = await officer.call(requestCard, { permitId, requestReason: "first", reason });
    expect(view).toMatchObject({ allowedActions: [], cards: [{ work: "requested", validity: "pending", design: "new" }] });
    await expect(officer.call(requestCard, { permitId, requestReason: "first", reason })).rejects.toMatchObject({ code: "state_forbids" });
  });

  test("two officers at once make one card", async () => {
    const permitId = await aPermitInForce(officer);
    const both = [officer, chief].map((one) => one.call(requestCard, { permitId, requestReason: "first", reason }));
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await cardsOf(officer, permitId)).toHaveLength(1);
  });

  test("of a permit that ended while it waited is closed when the queue is filled", async () => {
    const { permitId, cardId } = await aRequest(officer);
    const file = { name: "dayanak.pdf", bytes: new TextEncoder().encode(samplePdf) };
    const { fileId } = await chief.call(stagePermitFile, { file });
    const [permit] = await ownerSql<{ today: string }>("SELECT (now() AT TIME ZONE 'Europe/Istanbul')::date::text AS today");
    const ground = "employment_ended" as const;
    await chief.call(cancelPermit, { permitId, version: 1, ground, endedOn: permit?.today ?? "", reason, evidenceFileId: fileId });
    await custodian.call(queueCards, { series, count: 100 });
    expect(await ownerSql("SELECT work, validity FROM card WHERE id = $1", [cardId])).toEqual([
      { work: "closed", validity: "invalidated" },
    ]);
  });
});

describe("a batch", () => {
  test("is gathered from the queue, and a line taken out waits again", async () => {
    const batch = await aGatheredBatch(officer, custodian, { series, size: 3 });
    expect(batch).toMatchObject({
      state: "gathered",
      size: batch.rows.length,
      allowedActions: expect.arrayContaining(["allot", "cancel"]),
    });
    expect(batch.number).toMatch(/^P-\d{4}-\d{4,}$/);
    const less = await custodian.call(removeBatchLine, { batchId: batch.id, version: 1, line: 1, reason });
    expect(less.rows[0]).toMatchObject({ state: "removed", work: "queued" });
    expect((await custodian.call(cancelBatch, { batchId: batch.id, version: 2, reason })).state).toBe("cancelled");
    const board = await custodian.call(readProductionBoard, {});
    expect(board.queue.find(({ work, kind }) => work === "queued" && kind === "fixed_term")?.count).toBeGreaterThanOrEqual(3);
  });

  test("is not gathered from a blocked series", async () => {
    await ownerSql("UPDATE series SET blocked_at = now(), blocked_reason = 'Fark var.' WHERE code = $1", [series]);
    await expect(custodian.call(gatherBatch, { series, count: 5 })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Fark var."),
    });
    await ownerSql("UPDATE series SET blocked_at = NULL, blocked_reason = NULL WHERE code = $1", [series]);
  });

  test("is sealed only with a serial for every line, and its file holds the fields of the list alone", async () => {
    const gathered = await aGatheredBatch(officer, custodian, { series, size: 3 });
    await expect(custodian.call(sealBatch, { batchId: gathered.id, version: gathered.version })).rejects.toMatchObject({
      code: "state_forbids",
    });
    await allot(gathered);
    const sealed = await custodian.call(sealBatch, { batchId: gathered.id, version: gathered.version });
    expect(sealed).toMatchObject({ state: "sent", spare: [] });
    const file = await custodian.call(downloadBatchFile, { batchId: sealed.id, format: "csv" });
    expect(hex(sha256(file.bytes))).toBe(sealed.fileDigest);
    const [header = "", first = ""] = new TextDecoder().decode(file.bytes).split("\r\n");
    expect(header.split(";")).toEqual([...partnerFields]);
    expect(first.split(";")).toHaveLength(partnerFields.length);
    expect(first).not.toContain("Örnek Mah.");
    const xml = new TextDecoder().decode((await custodian.call(downloadBatchFile, { batchId: sealed.id, format: "xml" })).bytes);
    const elements = new Set([...xml.matchAll(/<([a-z_]+)[ >]/g)].map(([, name]) => name));
    expect([...elements].toSorted()).toEqual([...partnerFields, "kart", "parti"].toSorted());
    const trail = await ownerSql<{ payload: { sha256: string } }>(
      "SELECT payload FROM audit_event WHERE subject_id = $1 AND action = 'batch.sealed'",
      [sealed.id],
    );
    expect(trail[0]?.payload.sha256).toBe(sealed.fileDigest);
    await custodian.call(takeBatchAnswers, {
      batchId: sealed.id,
      file: answerFile(
        sealed,
        sealed.rows.map(({ line }) => ({ line, state: "HATA", code: "E9", text: "deneme" })),
      ),
    });
  });

  test("whose record changed after the seal gives no other file than the sealed one", async () => {
    const sealed = await aSealedBatch(officer, custodian, { series, size: 2 });
    await ownerSql("UPDATE permit SET surname = 'Değişti' WHERE id = (SELECT permit_id FROM card WHERE id = $1)", [sealed.rows[0]?.cardId]);
    await expect(custodian.call(downloadBatchFile, { batchId: sealed.id, format: "csv" })).rejects.toMatchObject({ code: "state_forbids" });
    const resealed = await custodian.call(sealBatch, { batchId: sealed.id, version: sealed.version });
    expect(resealed.fileDigest).not.toBe(sealed.fileDigest);
    expect((await custodian.call(downloadBatchFile, { batchId: sealed.id, format: "csv" })).name).toBe(`${sealed.number}.csv`);
  });
});

describe("NVİ's answers", () => {
  test("come by file or with NVİ's key, count once, and never go back", async () => {
    const sealed = await aSealedBatch(officer, custodian, { series, size: 3 });
    const printed = answerFile(
      sealed,
      [1, 2, 3].map((line) => ({ line, state: "BASILDI" })),
    );
    expect(await custodian.call(takeBatchAnswers, { batchId: sealed.id, file: printed })).toMatchObject({ printed: 3, isRepeated: false });
    expect(await custodian.call(takeBatchAnswers, { batchId: sealed.id, file: printed })).toMatchObject({ printed: 3, isRepeated: true });
    expect(await answer(custodian, sealed, [{ line: 1, state: "ALINDI" }])).toMatchObject({ received: 0, unchanged: 1 });
    expect((await again(sealed)).rows.map(({ state, work }) => [state, work])).toEqual(Array(3).fill(["printed", "personalised"]));
  });

  test("of a wrong line, card or serial are refused whole", async () => {
    const sealed = await aSealedBatch(officer, custodian, { series, size: 2 });
    const good = { line: 1, state: "BASILDI" as const };
    for (const bad of [
      { line: 9, state: "BASILDI" as const },
      { line: 2, state: "BASILDI" as const, cardNumber: "999999999" },
      { line: 2, state: "BASILDI" as const, serial: "AT10000399" },
      { line: 2, state: "HATA" as const },
    ]) {
      await expect(answer(custodian, sealed, [good, bad])).rejects.toMatchObject({ code: "file_refused" });
    }
    expect((await again(sealed)).lines).toMatchObject({ waiting: 2, printed: 0 });
  });

  test("without the key nobody brings them; with it they carry the batch's number", async () => {
    const sealed = await aSealedBatch(officer, custodian, { series, size: 1 });
    const [row] = sealed.rows;
    const xml = `<?xml version="1.0"?><yanit surum="1" parti="${sealed.number}"><kart><satir>1</satir><kart_no>${row?.cardNumber}</kart_no><seri_no>${serialOf(sealed, row?.serial ?? 0)}</seri_no><durum>DOGRULANDI</durum></kart></yanit>`;
    const knock = async (key: string | undefined) => {
      const { POST } = await import("../../app/api/cards/production/answers/route.ts");
      const { NextRequest } = await import("next/server");
      const body = new FormData();
      body.set("file", new File([xml], "yanit.xml"));
      const headers = new Headers(key === undefined ? [] : [["authorization", `Bearer ${key}`]]);
      const request = new NextRequest(`http://127.0.0.1:1${receivePartnerAnswers.path}`, { method: "POST", body, headers });
      return await POST(request, { params: Promise.resolve({}) });
    };
    expect((await knock(undefined)).status).toBe(401);
    expect((await knock("x".repeat(44))).status).toBe(401);
    const answered = await knock(process.env.NVI_KEY);
    expect(await answered.json()).toMatchObject({ batchNumber: sealed.number, validated: 1 });
    expect((await again(sealed)).answers).toMatchObject([{ source: "endpoint", receivedByName: "NVİ" }]);
  });

  test("an error frees the blank, and the corrected card waits again for another", async () => {
    const sealed = await aSealedBatch(officer, custodian, { series, size: 2 });
    await answer(custodian, sealed, [
      { line: 1, state: "HATA", code: "E17", text: "Ad okunamadı" },
      { line: 2, state: "BASILDI" },
    ]);
    const batch = await again(sealed);
    expect(batch.rows[0]).toMatchObject({ state: "error", serial: null, work: "rejected_by_partner", errorCode: "E17" });
    expect(batch.spare).toEqual([{ first: sealed.rows[0]?.serial, last: sealed.rows[0]?.serial }]);
    const card = await cardAt(batch, 1);
    expect(await ownerSql("SELECT kind, closed_at FROM card_exception WHERE card_id = $1", [card.id])).toEqual([
      { kind: "partner_error", closed_at: null },
    ]);
    const corrected = await officer.call(requeueCard, { cardId: card.id, version: card.version, reason });
    expect(corrected.work).toBe("queued");
    expect(await ownerSql("SELECT resolution FROM card_exception WHERE card_id = $1", [card.id])).toEqual([{ resolution: reason }]);
  });
});

describe("the quality check", () => {
  test("makes a blank a card, spoils what fails and gives the card another serial next time", async () => {
    const before = { consumed: await countIn("consumed"), spoiled: await countIn("spoiled_held") };
    const batch = await aPrintedBatch(officer, custodian, { series, size: 4 });
    const serials = batch.rows.map(({ serial }) => serialOf(batch, serial));
    const bad = serials[3] ?? "";
    const check = { batchId: batch.id, version: batch.version, passed: serials.slice(0, 3) };
    const failed = [{ serial: bad, reason: "Baskı kaymış" }];
    await expect(custodian.call(recordQuality, { ...check, failed })).rejects.toMatchObject({ code: "bad_input" });
    const [me] = await ownerSql<{ name: string }>("SELECT name FROM user_account WHERE username = $1", [accountOf("stock_custodian")]);
    const alone = custodian.call(recordQuality, { ...check, failed, witnessName: ` ${me?.name.toLocaleUpperCase("tr-TR")}` });
    await expect(alone).rejects.toMatchObject({ details: { invalidParams: [{ path: "witnessName" }] } });
    const checked = await custodian.call(recordQuality, { ...check, failed, witnessName: "Hakan Basım" });
    expect(checked.lines).toMatchObject({ qc_pass: 3, qc_fail: 1 });
    expect(await countIn("consumed")).toBe(before.consumed + 3);
    expect(await countIn("spoiled_held")).toBe(before.spoiled + 1);
    expect(await cardAt(batch, 1)).toMatchObject({ work: "qc_pass", serial_number: serials[0], validity: "pending" });
    expect(await cardAt(batch, 4)).toMatchObject({ work: "queued", serial_number: null });
    expect((await custodian.call(completeBatch, { batchId: batch.id, version: checked.version })).state).toBe("completed");
  });

  test("names every serial it cannot take, and takes none", async () => {
    const batch = await aPrintedBatch(officer, custodian, { series, size: 2 });
    const good = serialOf(batch, batch.rows[0]?.serial ?? 0);
    const refusal = custodian.call(recordQuality, {
      batchId: batch.id,
      version: batch.version,
      passed: [good, good, "AT19999999"],
      failed: [],
    });
    await expect(refusal).rejects.toMatchObject({
      code: "bad_input",
      details: { invalidParams: [{ path: "passed.1" }, { path: "passed.2" }] },
    });
    expect((await again(batch)).lines.printed).toBe(2);
  });

  test("a batch ends once its spare blanks are back in the vault", async () => {
    const sealed = await aSealedBatch(officer, custodian, { series, size: 2 });
    await answer(
      custodian,
      sealed,
      [1, 2].map((line) => ({ line, state: "HATA", code: "E1" })),
    );
    const batch = await again(sealed);
    expect(batch.allowedActions).not.toContain("complete");
    expect(batch.allowedActions).toContain("give_back");
    const back = { from: "nvi_floor" as const, to: "nvi_vault" as const, batchId: batch.id };
    await move({ series, kind: "give_back", lines: batch.spare.map((range) => ({ ...range, ...back })) });
    expect((await custodian.call(completeBatch, { batchId: batch.id, version: batch.version })).state).toBe("completed");
  });
});

describe("the hand-over to PTT", () => {
  test("makes the card valid, and a list that PTT counts alike is settled", async () => {
    const batch = await aPrintedBatch(officer, custodian, { series, size: 3 });
    const manifest = await handedOver(custodian, batch);
    expect(manifest).toMatchObject({ state: "handed_over", total: 3 });
    expect(await cardAt(batch, 1)).toMatchObject({ work: "handed_to_ptt", validity: "active" });
    const counted = await count(custodian, manifest, 3);
    expect(counted).toMatchObject({ state: "matched", pttCount: 3 });
    expect(counted.rows.every(({ state }) => state === "counted")).toBe(true);
  });

  test("needs an envelope: a barcode twice, an unknown serial and a card twice are named", async () => {
    const batch = await aPrintedBatch(officer, custodian, { series, size: 2 });
    const passed = batch.rows.map(({ serial }) => serialOf(batch, serial));
    await custodian.call(recordQuality, { batchId: batch.id, version: batch.version, passed, failed: [] });
    const [first = "", second = ""] = passed;
    const barcode = aBarcode();
    const packing = custodian.call(packCards, {
      pairs: [
        { serialNumber: first, barcode },
        { serialNumber: second, barcode },
        { serialNumber: "AT10009999", barcode: aBarcode() },
      ],
    });
    await expect(packing).rejects.toMatchObject({
      details: { invalidParams: [{ path: "pairs.1.barcode" }, { path: "pairs.2.serialNumber" }] },
    });
    const packed = await custodian.call(packCards, {
      pairs: [
        { serialNumber: first, barcode },
        { serialNumber: second, barcode: "YURTICI00012345" },
      ],
    });
    expect(packed).toEqual({ packed: 2, unusual: ["YURTICI00012345"] });
    expect((await custodian.call(listPackableCards, {})).cards.map(({ serialNumber }) => serialNumber)).not.toContain(first);
    const manifest = await custodian.call(drawUpManifest, { count: 500 });
    await custodian.call(handOverManifest, { manifestId: manifest.id, version: manifest.version });
  });

  test("a list with another count is disputed line by line until every line is explained", async () => {
    const batch = await aPrintedBatch(officer, custodian, { series, size: 4 });
    const manifest = await handedOver(custodian, batch);
    const barcodes = manifest.rows.map(({ barcode }) => barcode);
    const counted = await count(custodian, manifest, 3, [...barcodes.slice(0, 2), "RR123456785TR"]);
    expect(counted.state).toBe("disputed");
    expect(counted.rows.map(({ state }) => state)).toEqual(["counted", "counted", "missing", "missing", "unexpected"]);
    const handle = { manifestId: manifest.id, version: counted.version, note: "Şube ile görüşüldü, tutanak ektedir." };
    await expect(custodian.call(resolveManifest, { ...handle, decisions: [{ line: 3, decision: "at_ptt" }] })).rejects.toMatchObject({
      code: "bad_input",
    });
    const settled = await custodian.call(resolveManifest, {
      ...handle,
      decisions: [
        { line: 3, decision: "at_ptt" },
        { line: 4, decision: "still_here" },
      ],
    });
    expect(settled.state).toBe("matched");
    expect(settled.rows[2]).toMatchObject({ state: "counted" });
    expect(settled.rows[3]?.card?.work).toBe("packed");
  });

  test("a damaged card and its replacement change places in one transaction", async () => {
    const batch = await aPrintedBatch(officer, custodian, { series, size: 1 });
    await handedOver(custodian, batch);
    const old = await cardAt(batch, 1);
    await ownerSql(
      `INSERT INTO card (province_id, permit_id, number, kind, design, work, work_since, valid_from, valid_to, requested_at, request_reason, replaces_id, updated_at)
       SELECT province_id, permit_id, nextval('card_number')::text, kind, 'new', 'queued', now(), valid_from, valid_to, now(), 'damaged', id, now() FROM card WHERE id = $1`,
      [old.id],
    );
    const gathered = await custodian.call(gatherBatch, { series, count: 500 });
    await allot(gathered);
    const sealed = await custodian.call(sealBatch, { batchId: gathered.id, version: gathered.version });
    await answer(
      custodian,
      sealed,
      sealed.rows.map(({ line }) => ({ line, state: "BASILDI" })),
    );
    expect((await cardAt(batch, 1)).validity).toBe("active");
    await handedOver(custodian, await again(sealed));
    expect(await cardAt(batch, 1)).toMatchObject({ validity: "invalidated", invalid_reason: "damaged" });
    const valid = await ownerSql(
      "SELECT count(*)::int AS n FROM card WHERE permit_id = (SELECT permit_id FROM card WHERE id = $1) AND validity = 'active'",
      [old.id],
    );
    expect(valid).toEqual([{ n: 1 }]);
  });
});
