import { randomUUID } from "node:crypto";
import { type Actor, systemActor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import { env } from "../../platform/config/env.ts";
import type { Context } from "../../platform/context.ts";
import { hex, ownBytes, sha256 } from "../../platform/crypto/digest.ts";
import { enterCountry, withScope } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { assertPartnerKey } from "../../platform/http/partner-key.ts";
import { readCsv } from "../../platform/import/csv-reader.ts";
import { readCarrierRows } from "../carrier-file.ts";
import type {
  CarrierIntake,
  CarrierReport,
  receiveCarrierEvents as feedEndpoint,
  recordCarrierEvents as fileEndpoint,
} from "../delivery-contract.ts";
import { carrierName, foldCards } from "./carrier-fold.ts";
import {
  adoptReports,
  cardsByBarcode,
  cardsByEarlierBarcode,
  carrierCodes,
  findMessage,
  insertMessage,
  insertReports,
} from "./carrier-repository.ts";

/** PTT in the trail: no person, and every row of the country. */
const carrier: Actor = { ...systemActor(null), name: carrierName };

const mostReports = 20_000;

export async function recordCarrierEvents(ctx: Context<Actor>, { file }: ParsedInputOf<typeof fileEndpoint>): Promise<CarrierIntake> {
  const { reports, faults } = readCarrierRows(await rowsOf(file.bytes));
  if (faults.length > 0)
    throw new AppError("file_refused", { message: "Dosyada hatalı satırlar var; hiçbiri alınmadı.", invalidParams: faults });
  return await takeReports(ctx, { reports, bytes: file.bytes, source: "file" });
}

export async function receiveCarrierEvents(ctx: Context<Actor>, input: ParsedInputOf<typeof feedEndpoint>): Promise<CarrierIntake> {
  assertPartnerKey(input.key, env.PTT_KEY);
  const bytes = new TextEncoder().encode(JSON.stringify(input.reports));
  const db = await enterCountry(ctx.db);
  return await takeReports({ ...ctx, db, actor: carrier }, { reports: input.reports, bytes, source: "endpoint" });
}

async function rowsOf(bytes: Uint8Array): Promise<Record<string, unknown>[]> {
  const first = new TextDecoder()
    .decode(bytes.subarray(0, 200))
    .replace(/^\ufeff/, "")
    .trimStart();
  const rows = first.startsWith("[") || first.startsWith("{") ? jsonRows(bytes) : await csvRows(bytes);
  if (rows.length === 0) throw refused("Dosyada hareket yok.");
  if (rows.length > mostReports) throw refused(`Bir dosyada en çok ${mostReports} hareket olabilir.`);
  return rows;
}

function jsonRows(bytes: Uint8Array): Record<string, unknown>[] {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    const list = Array.isArray(value) ? value : (value as { hareketler?: unknown }).hareketler;
    if (Array.isArray(list)) return list.map((row) => (typeof row === "object" && row !== null ? (row as Record<string, unknown>) : {}));
  } catch {
    throw refused("JSON okunamadı.");
  }
  throw refused("JSON bir hareket listesi olmalı.");
}

async function csvRows(bytes: Uint8Array): Promise<Record<string, unknown>[]> {
  let head: string[] | undefined;
  const rows: Record<string, unknown>[] = [];
  for await (const batch of readCsv(bytes).batches) {
    for (const { cells } of batch) {
      if (cells.every((cell) => cell.trim() === "")) continue;
      if (head) rows.push(Object.fromEntries(head.map((name, index) => [name, cells[index]])));
      else head = cells.map((cell) => cell.trim().toLowerCase());
      if (rows.length > mostReports) return rows;
    }
  }
  if (head && !(head.includes("barkod") && head.includes("kod") && head.includes("zaman"))) {
    throw refused("İlk satırda barkod, kod ve zaman sütunları bulunmalı.");
  }
  return rows;
}

const refused = (message: string) => new AppError("file_refused", { message, invalidParams: [{ path: "file", message }] });

type Taken = { reports: readonly CarrierReport[]; bytes: Uint8Array; source: "file" | "endpoint" };

/** Keeps the raw bytes once by their digest, the reports once each, and folds every card they are about. */
async function takeReports(ctx: Context<Actor>, { reports, bytes, source }: Taken): Promise<CarrierIntake> {
  const { db, now, actor } = ctx;
  const digest = ownBytes(sha256(bytes));
  const repeated = await findMessage(db, digest);
  if (repeated) return repeated;
  const messageId = randomUUID();
  const barcodes = [...new Set(reports.map(({ barcode }) => barcode))];
  const cards = new Map([...(await cardsByEarlierBarcode(db, barcodes)), ...(await cardsByBarcode(db, barcodes))]);
  const matched = reports.map((report) => ({ ...report, card: cards.get(report.barcode) }));
  const added = await insertReports(db, messageId, matched, now);
  await adoptReports(db, barcodes);
  const moved = await foldCards(ctx, [...new Set([...cards.values()].map(({ id }) => id))]);
  const codes = await carrierCodes(db);
  const summary = {
    received: reports.length,
    added,
    moved,
    unknownCodes: reports.filter(({ code }) => !codes.has(code)).length,
    unmatched: matched.filter(({ card }) => card === undefined).length,
  };
  const message = { sha256: digest, bytes: ownBytes(bytes), source, receivedAt: now, receivedByName: actor.name };
  await insertMessage(db, messageId, message, summary);
  await record(ctx, {
    action: "carrier_message.received",
    subjectKind: "partner_message",
    subjectId: messageId,
    provinceId: null,
    payload: { sha256: hex(digest), source, received: reports.length, added },
  });
  return { messageId, isRepeated: false, ...summary };
}

/** Reports that were there before their card had its barcode. */
export const sweepCarrierReports = (now: Date): Promise<number> =>
  withScope({ kind: "country" }, async (db) => {
    const cardIds = await adoptReports(db, null);
    return await foldCards({ db, now, actor: carrier, requestId: "sweep" }, cardIds);
  });
