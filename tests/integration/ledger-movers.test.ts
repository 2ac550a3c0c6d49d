// The real database walks the same ways as the rule, alone and in a crowd (quality.md, R4).
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { replayed } from "../../lib/cards/conservation.ts";
import { apply, declaredCount, disagreement, type Holding, type Line } from "../../lib/cards/serial-ledger.ts";
import { countOf, firstOverlap } from "../../lib/cards/serial-ranges.ts";
import { replayDifference } from "../../lib/cards/server/ledger-check.ts";
import { findAllLines } from "../../lib/cards/server/movement-repository.ts";
import { withScope } from "../../lib/platform/db/transaction.ts";
import { AppError } from "../../lib/platform/errors.ts";
import { aBatch, aFullVault, aSeries, holdingsIn, move } from "../support/ledger.ts";
import { type Done, isAllowed, nextStep, randomOf } from "../support/ledger-walk.ts";

/** Each is some ten movements and refusals; `npm run test:long` walks further. */
const walks = Number(process.env.LEDGER_DATABASE_WALKS ?? 60);
const steps = 12;
const country = { kind: "country" } as const;

/** What the rule allows the database takes, what it refuses the ledger's door refuses; afterwards both hold the same. */
async function walkBoth(seed: number): Promise<{ taken: number; refused: number }> {
  const random = randomOf(seed);
  const series = await aSeries();
  const batches = [await aBatch(series), await aBatch(series)];
  const done: (Done & { id: string })[] = [];
  let model: Holding[] = [];
  let refused = 0;
  for (let index = 0; index < steps; index += 1) {
    const step = nextStep({ random, batches, withConsume: false }, model, done);
    const cited = step.reverses === null ? undefined : done[step.reverses];
    if (step.lines.length === 0 || (step.kind === "reverse" && !isAllowed(step, model, done))) continue;
    const posted = move({ series, kind: step.kind, lines: step.lines, ...(cited && { reversesId: cited.id }) });
    if (!isAllowed(step, model, done)) {
      await expect(posted, `seed ${seed}`).rejects.toBeInstanceOf(AppError);
      refused += 1;
      continue;
    }
    const id = await posted;
    model = apply(model, step.lines);
    if (cited) cited.isReversed = true;
    done.push({ step, isReversed: false, id });
  }
  expect(await holdingsIn(series), `seed ${seed}`).toEqual(model);
  return { taken: done.length, refused };
}

describe("the database", () => {
  test(`holds what the rule holds after each of ${walks} generated sequences`, async () => {
    const total = { taken: 0, refused: 0 };
    for (let seed = 1; seed <= walks; seed += 1) {
      const { taken, refused } = await walkBoth(seed);
      total.taken += taken;
      total.refused += refused;
    }
    console.info(`${walks} sequences on the database: ${total.taken} movements taken, ${total.refused} refused, 0 differences`);
    expect(total.taken).toBeGreaterThan(walks);
  }, 3_600_000);
});

type Mover = { series: string; batches: string[]; random: () => number };

/** Somebody who keeps moving pieces of the same range as everybody else, whether that is possible or not. */
async function keepMoving({ series, batches, random }: Mover, times: number): Promise<{ moved: number; refused: number }> {
  const told = { moved: 0, refused: 0 };
  for (let index = 0; index < times; index += 1) {
    const first = 1 + Math.floor(random() * 200);
    const range = { first, last: first + Math.floor(random() * 3) };
    const batchId = batches[Math.floor(random() * batches.length)] ?? null;
    const ways: { kind: Parameters<typeof move>[0]["kind"]; line: Line }[] = [
      { kind: "allot", line: { ...range, from: "nvi_vault", to: "nvi_floor", batchId } },
      { kind: "give_back", line: { ...range, from: "nvi_floor", to: "nvi_vault", batchId } },
      { kind: "spoil", line: { ...range, from: "nvi_vault", to: "spoiled_held" } },
      { kind: "lose", line: { ...range, from: "nvi_vault", to: "missing" } },
      { kind: "find", line: { ...range, from: "missing", to: "nvi_vault" } },
    ];
    const way = ways[Math.floor(random() * ways.length)];
    if (!way) continue;
    try {
      await move({ series, kind: way.kind, lines: [way.line] });
      told.moved += 1;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "conflict") throw error;
      told.refused += 1;
    }
  }
  return told;
}

describe("eight people who move the same range at once", () => {
  test("break nothing: every serial lies in one account and the book is the fold of its lines", async () => {
    const series = await aSeries();
    await aFullVault(series, 220);
    const batches = [await aBatch(series), await aBatch(series)];
    const told = await Promise.all(
      Array.from({ length: 8 }, (_, index) => keepMoving({ series, batches, random: randomOf(index + 1) }, 25)),
    );
    const moved = told.reduce((sum, one) => sum + one.moved, 0);
    const refused = told.reduce((sum, one) => sum + one.refused, 0);
    console.info(`8 movers: ${moved} movements, ${refused} refused, 0 violations`);
    const holdings = await holdingsIn(series);
    const lines = await withScope(country, (db) => findAllLines(db, series));
    expect(firstOverlap(holdings)).toBeNull();
    expect(countOf(holdings)).toBe(220);
    expect(declaredCount(lines)).toBe(220);
    expect(disagreement(replayed(lines), holdings)).toBe(0);
    expect(await withScope(country, (db) => replayDifference(db, series))).toBe(0);
    expect(moved).toBeGreaterThan(20);
  }, 120_000);

  test("of one blank: one takes it, seven are told where it is", async () => {
    const series = await aSeries();
    await aFullVault(series, 10);
    const take = () => move({ series, kind: "spoil", lines: [{ first: 5, last: 5, from: "nvi_vault", to: "spoiled_held" }] });
    const answers = await Promise.allSettled(Array.from({ length: 8 }, take));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refusals = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason as AppError] : []));
    expect(new Set(refusals.map(({ message }) => message))).toEqual(new Set([`${series} 0000005 kasada değil: bozuk olarak elde.`]));
  });

  test("of one declaration: the series begins once", async () => {
    const series = await aSeries();
    const declare = () =>
      move({
        series,
        kind: "declare",
        lines: [{ first: 1, last: 10, from: "outside", to: "mint_declared" }],
        actor: { id: randomUUID(), name: "Biri", role: "stock_custodian" },
      });
    const answers = await Promise.allSettled(Array.from({ length: 8 }, declare));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(countOf(await holdingsIn(series))).toBe(10);
  });
});
