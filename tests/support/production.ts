import { checkDigitOf } from "../../lib/cards/barcode.ts";
import { countManifest, drawUpManifest, handOverManifest, type ManifestRecord, packCards } from "../../lib/cards/manifest-contract.ts";
import { answerFields } from "../../lib/cards/partner-file.ts";
import {
  type AnswerOutcome,
  type BatchRecord,
  gatherBatch,
  queueCards,
  readBatch,
  recordQuality,
  sealBatch,
  takeBatchAnswers,
} from "../../lib/cards/production-contract.ts";
import { readCardRequest, requestCard } from "../../lib/cards/request-contract.ts";
import { addDays } from "../../lib/platform/calendar/local-day.ts";
import { localDateOf } from "../../lib/platform/locale/tr.ts";
import type { Bff } from "./bff.ts";
import { ownerSql } from "./database.ts";
import { aFullVault, move } from "./ledger.ts";
import { aPermit } from "./permits.ts";

/** What the demo has under way stands aside, so that a test's cards are the only ones that wait. */
export async function quietProduction(series: string, blanks: number): Promise<void> {
  await ownerSql("UPDATE card SET work = 'closed', barcode = NULL WHERE work IN ('requested', 'queued') AND design = 'new'");
  await ownerSql(
    `INSERT INTO design_generation (kind, design, issue_from, requires_serial)
     SELECT kind, 'new', '2026-03-01', true FROM unnest(ARRAY['fixed_term', 'permanent', 'independent']) kind ON CONFLICT DO NOTHING`,
  );
  await ownerSql("INSERT INTO series (code, created_at) VALUES ($1, now())", [series]);
  await aFullVault(series, blanks);
}

/** In force today, for a year. */
export async function aPermitInForce(officer: Bff): Promise<string> {
  const validFrom = addDays(localDateOf(new Date()), -10);
  return (await aPermit(officer, { validFrom, validTo: addDays(validFrom, 360) })).id;
}

const reason = "İzin onaylandı, kart basılacak.";

export async function aRequest(officer: Bff): Promise<{ permitId: string; cardId: string }> {
  const permitId = await aPermitInForce(officer);
  const { cards } = await officer.call(requestCard, { permitId, requestReason: "first", reason });
  return { permitId, cardId: cards[0]?.id ?? "" };
}

export async function aGatheredBatch(
  officer: Bff,
  custodian: Bff,
  { series, size }: { series: string; size: number },
): Promise<BatchRecord> {
  for (let made = 0; made < size; made += 1) await aRequest(officer);
  await custodian.call(queueCards, { series, count: size });
  return await custodian.call(gatherBatch, { series, count: size });
}

/** The next blanks of the vault lie on the batch's floor, as two persons agreed. */
export async function allot({ id, series, size, suggested }: BatchRecord): Promise<void> {
  const lines = suggested.map((range) => ({ ...range, from: "nvi_vault" as const, to: "nvi_floor" as const, batchId: id }));
  if (lines.length === 0) throw new Error(`${series} has no ${size} blanks left`);
  await move({ series, kind: "allot", lines });
}

export async function aSealedBatch(officer: Bff, custodian: Bff, wanted: { series: string; size: number }): Promise<BatchRecord> {
  const gathered = await aGatheredBatch(officer, custodian, wanted);
  await allot(gathered);
  return await custodian.call(sealBatch, { batchId: gathered.id, version: gathered.version });
}

export const serialOf = ({ series, digits }: BatchRecord, serial: number | null): string =>
  series + String(serial ?? 0).padStart(digits, "0");

export type Answer = {
  line: number;
  state: "ALINDI" | "DOGRULANDI" | "BASILDI" | "HATA";
  code?: string;
  text?: string;
  cardNumber?: string;
  serial?: string;
};

/** NVİ's file, as docs/partner-files.md says. */
export function answerFile(batch: BatchRecord, answers: readonly Answer[]): { name: string; bytes: Uint8Array<ArrayBuffer> } {
  const rows = answers.map(({ line, state, code = "", text = "", cardNumber, serial }) => {
    const row = batch.rows.find((one) => one.line === line);
    return [line, cardNumber ?? row?.cardNumber ?? "", serial ?? serialOf(batch, row?.serial ?? null), state, code, text].join(";");
  });
  return { name: "yanit.csv", bytes: new TextEncoder().encode([answerFields.join(";"), ...rows, ""].join("\r\n")) };
}

export const answer = (custodian: Bff, batch: BatchRecord, answers: readonly Answer[]): Promise<AnswerOutcome> =>
  custodian.call(takeBatchAnswers, { batchId: batch.id, file: answerFile(batch, answers) });

export async function aPrintedBatch(officer: Bff, custodian: Bff, wanted: { series: string; size: number }): Promise<BatchRecord> {
  const sealed = await aSealedBatch(officer, custodian, wanted);
  await answer(
    custodian,
    sealed,
    sealed.rows.map(({ line }) => ({ line, state: "BASILDI" })),
  );
  return await custodian.call(readBatch, { batchId: sealed.id });
}

let barcodes = 0;

export function aBarcode(): string {
  barcodes += 1;
  const digits = String(70_000_000 + barcodes);
  return `KP${digits}${checkDigitOf(digits)}TR`;
}

/** Checked, in envelopes and with PTT; `pttCount` left out means that PTT has not counted yet. */
export async function handedOver(custodian: Bff, batch: BatchRecord): Promise<ManifestRecord> {
  const passed = batch.rows.filter(({ state }) => state === "printed").map(({ serial }) => serialOf(batch, serial));
  await custodian.call(recordQuality, { batchId: batch.id, version: batch.version, passed, failed: [] });
  await custodian.call(packCards, { pairs: passed.map((serialNumber) => ({ serialNumber, barcode: aBarcode() })) });
  const manifest = await custodian.call(drawUpManifest, { count: 2_000 });
  return await custodian.call(handOverManifest, { manifestId: manifest.id, version: manifest.version });
}

export const count = (custodian: Bff, { id, version }: ManifestRecord, pttCount: number, counted: string[] = []): Promise<ManifestRecord> =>
  custodian.call(countManifest, { manifestId: id, version, pttCount, barcodes: counted });

export const cardsOf = async (officer: Bff, permitId: string) => (await officer.call(readCardRequest, { permitId })).cards;
