// The moment at which a blank becomes a card (L5): its serial leaves the floor for `consumed` and stands on the card, in one
// transaction. What fails is spoiled with reason and witness, and its card waits again for another serial.
import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError, type InvalidParam } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { typedSerial } from "../batch.ts";
import type { BatchRecord, recordQuality as endpoint } from "../production-contract.ts";
import { merged, padded } from "../serial-ranges.ts";
import { type BatchCase, openBatch, readBatch } from "./batch-record.ts";
import { type StoredBatch, type StoredLine, updateBatch, updateLines } from "./batch-repository.ts";
import { changeCards } from "./card-events.ts";
import { move } from "./movement-command.ts";
import { lockCards, type StoredCard } from "./repository.ts";
import { refuseOwnWitness } from "./witness.ts";

type Input = ParsedInputOf<typeof endpoint>;
type Passed = { line: StoredLine; serial: number; card: StoredCard };
type Failed = Passed & { reason: string };

/** Errors: `bad_input` at the serial that is not a printed one of this batch, that is named twice, or whose permit has ended. */
export async function recordQuality(ctx: Context<Actor>, input: Input): Promise<BatchRecord> {
  const one = await openBatch(ctx, input, "check");
  const { batch } = one;
  const { passed, failed } = await sorted(ctx, one, input);
  await pass(ctx, batch, passed);
  await fail(ctx, batch, failed, input.witnessName);
  await updateLines(
    ctx.db,
    batch.id,
    [
      ...passed.map(({ line }) => ({ line: line.line, state: "qc_pass" as const })),
      ...failed.map(({ line, reason }) => ({ line: line.line, state: "qc_fail" as const, errorText: reason })),
    ],
    ctx.now,
  );
  await updateBatch(ctx.db, batch, {});
  const payload = { passed: passed.length, failed: failed.length };
  await record(ctx, { action: "batch.checked", subjectKind: "batch", subjectId: batch.id, provinceId: null, payload });
  return await readBatch(ctx, input);
}

/** Every serial against its line before any of them counts. */
async function sorted(ctx: Context<Actor>, { batch, lines }: BatchCase, input: Input): Promise<{ passed: Passed[]; failed: Failed[] }> {
  const named = [
    ...input.passed.map((typed, index) => ({ typed, path: `passed.${index}`, reason: null })),
    ...input.failed.map(({ serial, reason }, index) => ({ typed: serial, path: `failed.${index}.serial`, reason })),
  ];
  if (named.length === 0)
    throw new AppError("bad_input", { invalidParams: [{ path: "passed", message: "En az bir seri numarası okutun." }] });
  if (input.failed.length > 0 && input.witnessName.length < 3) {
    throw new AppError("bad_input", { invalidParams: [{ path: "witnessName", message: "Bozuk çıkanları gören kişiyi yazın." }] });
  }
  if (input.failed.length > 0) refuseOwnWitness(ctx, input.witnessName);
  const bySerial = new Map(lines.flatMap((line) => (line.serial === null ? [] : [[line.serial, line] as const])));
  const cards = new Map((await lockCards(ctx.db, cardIdsOf(lines))).map((card) => [card.id, card]));
  const faults: InvalidParam[] = [];
  const passed: Passed[] = [];
  const failed: Failed[] = [];
  const seen = new Set<number>();
  for (const { typed, path, reason } of named) {
    const serial = typedSerial(typed, batch.series, batch.inSeries.digits);
    const line = serial === null ? undefined : bySerial.get(serial);
    const card = line && cards.get(line.cardId);
    const fault = faultOf(line, card, reason !== null, serial !== null && seen.has(serial));
    if (serial === null || !line || !card || fault) {
      faults.push({ path, message: `${typed}: ${fault ?? "bu partinin seri numarası değil."}` });
      continue;
    }
    seen.add(serial);
    if (reason === null) passed.push({ line, serial, card });
    else failed.push({ line, serial, card, reason });
  }
  if (faults.length > 0) throw new AppError("bad_input", { invalidParams: faults.slice(0, 50) });
  return { passed, failed };
}

const cardIdsOf = (lines: readonly StoredLine[]) => lines.filter(({ state }) => state === "printed").map(({ cardId }) => cardId);

function faultOf(line: StoredLine | undefined, card: StoredCard | undefined, isFail: boolean, isRepeated: boolean): string | null {
  if (!line) return "bu partinin seri numarası değil.";
  if (isRepeated) return "iki kez okutuldu.";
  if (line.state === "qc_pass" || line.state === "qc_fail") return "denetimi daha önce yazılmış.";
  if (line.state !== "printed" || !card) return "NVİ bu kartın basıldığını bildirmedi.";
  if (!isFail && card.validity === "invalidated") return "izni sona erdi; “bozuk” olarak ayırın.";
  return null;
}

async function pass(ctx: Context<Actor>, batch: StoredBatch, passed: readonly Passed[]): Promise<void> {
  if (passed.length === 0) return;
  const { series, inSeries } = batch;
  await changeCards(
    ctx,
    passed.map(({ card, serial }) => ({
      card,
      axis: "work",
      kind: "quality_passed",
      columns: {
        work: "qc_pass",
        whereabouts: "nvi",
        series,
        serial: BigInt(serial),
        serialNumber: series + padded(serial, inSeries.digits),
        issuedOn: localDateOf(ctx.now),
      },
    })),
  );
  await moveOff(ctx, batch, "consume", passed);
}

/** Spoiled for one reason is one movement. The cards stand in the queue again, where their permits still do. */
async function fail(ctx: Context<Actor>, batch: StoredBatch, failed: readonly Failed[], witnessName: string): Promise<void> {
  for (const reason of new Set(failed.map((one) => one.reason))) {
    const alike = failed.filter((one) => one.reason === reason);
    await moveOff(ctx, batch, "spoil", alike, { reason, witnessName });
  }
  const spoiled = await changeCards(
    ctx,
    failed.map(({ card, reason }) => ({ card, axis: "work", kind: "quality_failed", columns: { work: "qc_fail", batchId: null }, reason })),
  );
  await changeCards(
    ctx,
    spoiled.map((card) =>
      card.validity === "invalidated"
        ? { card, axis: "work", kind: "closed", columns: { work: "closed" } }
        : { card, axis: "work", kind: "queued", columns: { work: "queued" } },
    ),
  );
}

type Told = { reason?: string; witnessName?: string };

async function moveOff(ctx: Context<Actor>, batch: StoredBatch, kind: "consume" | "spoil", some: readonly Passed[], told: Told = {}) {
  const ranges = merged(some.map(({ serial }) => ({ first: serial, last: serial })));
  const to = kind === "consume" ? ("consumed" as const) : ("spoiled_held" as const);
  const lines = ranges.map((range) => ({ ...range, from: "nvi_floor" as const, to, batchId: batch.id }));
  await move(ctx, { series: batch.series, kind, batchId: batch.id, ...told, lines });
}
