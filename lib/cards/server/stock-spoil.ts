import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import type { Db } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { sampleSerials as sampleEndpoint, spoilSerials as spoilEndpoint } from "../ledger-contract.ts";
import type { MovementRecord, SerialRange } from "../ledger-rows.ts";
import type { Line } from "../serial-ledger.ts";
import { rangeText } from "../serial-ranges.ts";
import { takeAllotment } from "./batch-commands.ts";
import { lockSeries } from "./ledger-repository.ts";
import { move } from "./movement-command.ts";
import { presentMovementAgain } from "./movement-reads.ts";
import { hasDocument } from "./stock-documents.ts";
import { refuseOwnWitness } from "./witness.ts";

type Held = { series: string; ranges: readonly SerialRange[]; from: "nvi_vault" | "nvi_floor"; batchId?: string | undefined };

/** L6: spoiled paper is never issued again. */
export async function spoilSerials(ctx: Context<Actor>, input: ParsedInputOf<typeof spoilEndpoint>): Promise<MovementRecord> {
  const { series, reason, witnessName, occurredOn, documentId } = input;
  refuseOwnWitness(ctx, witnessName);
  if (documentId) await refuseUnknownDocument(ctx.db, documentId);
  const lines = await linesTo(ctx.db, input, "spoiled_held");
  const id = await move(ctx, {
    series,
    kind: "spoil",
    ...batchOf(input),
    reason,
    witnessName,
    occurredOn,
    ...(documentId && { documentId }),
    lines,
  });
  await letGo(ctx, input);
  return await presentMovementAgain(ctx, id);
}

export async function sampleSerials(ctx: Context<Actor>, input: ParsedInputOf<typeof sampleEndpoint>): Promise<MovementRecord> {
  const { series, reason, occurredOn } = input;
  const lines = await linesTo(ctx.db, input, "qa_sample");
  const id = await move(ctx, { series, kind: "sample", ...batchOf(input), reason, occurredOn, lines });
  await letGo(ctx, input);
  return await presentMovementAgain(ctx, id);
}

async function refuseUnknownDocument(db: Db, documentId: string): Promise<void> {
  if (await hasDocument(db, documentId)) return;
  throw new AppError("bad_input", { invalidParams: [{ path: "documentId", message: "Belge bulunamadı; yeniden yükleyin." }] });
}

/** No line of a batch stands on a serial that has left its floor. */
async function letGo(ctx: Context<Actor>, { batchId }: Held): Promise<void> {
  if (batchId) await takeAllotment(ctx, batchId);
}

const batchOf = ({ batchId }: Held) => (batchId ? { batchId } : {});

async function linesTo(db: Db, held: Held, to: "spoiled_held" | "qa_sample"): Promise<Line[]> {
  const { from, ranges, batchId } = held;
  if ((from === "nvi_floor") !== (batchId !== undefined)) {
    throw new AppError("bad_input", {
      invalidParams: [{ path: "batchId", message: "Ayrılan belgenin partisi yazılır; kasadakinin partisi olmaz." }],
    });
  }
  await lockSeries(db, held.series);
  if (from === "nvi_floor") await refuseReserved(db, held.series, ranges);
  return ranges.map(({ first, last }) => ({ first, last, from, to, ...(batchId && { batchId }) }));
}

/** Once the file is at NVİ, a blank that a line waits for is judged by that line's quality check alone. */
export async function refuseReserved(db: Db, series: string, ranges: readonly SerialRange[]): Promise<void> {
  const [line] = await db.tx.$queryRaw<{ serial: bigint; number: string }[]>`
    SELECT l.serial, b.number FROM batch_line l JOIN batch b ON b.id = l.batch_id
    JOIN unnest(${ranges.map(({ first }) => BigInt(first))}::bigint[], ${ranges.map(({ last }) => BigInt(last))}::bigint[]) AS r (first, last)
      ON l.serial BETWEEN r.first AND r.last
    WHERE l.series = ${series} AND b.state IN ('sent', 'in_production') AND l.state IN ('waiting', 'received', 'validated', 'printed') ORDER BY l.serial LIMIT 1`;
  if (!line) return;
  const serial = Number(line.serial);
  const name = rangeText(series, { first: serial, last: serial });
  throw new AppError("state_forbids", {
    message: `${name} ${line.number} partisinde bir karta ayrılmış; önce partinin kalite denetiminde işlenmeli.`,
  });
}
