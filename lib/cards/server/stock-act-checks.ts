import type { Db } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { SerialRange, StockAct } from "../ledger-rows.ts";
import type { StoredSeries } from "./ledger-repository.ts";
import { findCase } from "./stock-case-repository.ts";
import { batchRef } from "./stock-count-repository.ts";
import { hasDocument } from "./stock-documents.ts";
import { refuseReserved } from "./stock-spoil.ts";

export type Subject = string;

type Act = {
  act: StockAct;
  series: string;
  ranges: readonly SerialRange[];
  from?: string;
  batchId?: string | null | undefined;
  caseId?: string | null | undefined;
  documentId?: string | null | undefined;
};

/** What an act cites must exist and fit it; answers with the record that only one proposal may wait about, where there is one. */
export async function refuseUnfit(db: Db, movement: Act, series: StoredSeries): Promise<Subject | null> {
  const { act, batchId, caseId, documentId, ranges } = movement;
  if (act === "allot" && series.blockedReason !== null) {
    throw new AppError("conflict", { message: `${series.code} serisinden parti ayrılamaz: ${series.blockedReason}` });
  }
  if (documentId && !(await hasDocument(db, documentId))) throw wrong("documentId", "Belge bulunamadı; yeniden yükleyin.");
  if (act === "lose" && (movement.from === "nvi_floor") !== Boolean(batchId)) {
    throw wrong("batchId", "Ayrılan belgenin partisi yazılır; başka yerdekinin partisi olmaz.");
  }
  if (batchId) await refuseOtherBatch(db, act, batchId, series.code);
  if (caseId) await refuseOtherCase(db, caseId, series.code);
  if (act === "give_back" || (act === "lose" && batchId)) await refuseReserved(db, series.code, ranges);
  return act === "allot" || act === "give_back" ? (batchId ?? null) : null;
}

const wrong = (field: string, message: string) => new AppError("bad_input", { invalidParams: [{ path: `movement.${field}`, message }] });

async function refuseOtherBatch(db: Db, act: StockAct, batchId: string, series: string): Promise<void> {
  const batch = await batchRef(db, batchId);
  if (batch?.series !== series) throw wrong("batchId", `${series} serisinde böyle bir parti yok.`);
  if (act !== "allot" || batch.state === "gathered" || batch.state === "allotted") return;
  throw new AppError("state_forbids", { message: `${batch.number} partisi bu durumdayken ona belge ayrılamaz.` });
}

async function refuseOtherCase(db: Db, caseId: string, series: string): Promise<void> {
  const found = await findCase(db, caseId);
  if (found?.series !== series) throw wrong("caseId", `${series} serisinde böyle bir dosya yok.`);
  if (found.state !== "open") throw new AppError("state_forbids", { message: `${found.number} sayılı dosya kapanmış.` });
}
