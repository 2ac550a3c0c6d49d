import { type Actor, can } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import type { Db } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { readSeries as readEndpoint, SeriesAction, SeriesRecord } from "../ledger-contract.ts";
import type { Account, CaseRow, Price, SeriesFigures, SeriesRow } from "../ledger-rows.ts";
import { tariffOn } from "../ledger-value.ts";
import { stripOf, ticksOf } from "../number-strip.ts";
import { figuresOf, findTariffs } from "./ledger-figures.ts";
import { allHoldings, countingOf, findAllSeries, findSeries, type StoredSeries } from "./ledger-repository.ts";
import { findMovements, presentMovement } from "./movement-repository.ts";
import { findShipments, presentShipment } from "./shipment-repository.ts";
import { findCases, presentCase } from "./stock-case-repository.ts";
import { openCountsOf } from "./stock-count-repository.ts";
import { waitingProposals } from "./stock-proposal-reads.ts";

/** L7: those who may count do not see the book of a series while an account of it is being counted. */
export async function isBlind(ctx: Context<Actor>, series: string): Promise<boolean> {
  return can(ctx.actor, "ledger:count") && (await countingOf(ctx.db, series)).length > 0;
}

export async function refuseBlind(ctx: Context<Actor>, series: string): Promise<void> {
  if (!(await isBlind(ctx, series))) return;
  throw new AppError("state_forbids", { message: `${series} serisinde sayım sürüyor; iki sayım da verilmeden defter gösterilmez.` });
}

export async function listSeries(ctx: Context<Actor>): Promise<{ series: SeriesRow[]; price: Price; asOf: string }> {
  const stored = await findAllSeries(ctx.db);
  const tariffs = await findTariffs(ctx.db);
  const figures = await figuresOf(
    ctx.db,
    stored.map(({ code }) => code),
    tariffs,
  );
  const cases = await findCases(ctx.db, { state: "open" });
  const series: SeriesRow[] = [];
  for (const row of stored) {
    const seen = (await isBlind(ctx, row.code)) ? null : (figures.get(row.code) ?? null);
    series.push(present(row, seen, cases.filter((found) => found.series === row.code).length));
  }
  return { series, price: tariffOn(tariffs, localDateOf(ctx.now)), asOf: ctx.now.toISOString() };
}

function present(row: StoredSeries, figures: SeriesFigures | null, openCaseCount: number): SeriesRow {
  const { code, digits, isDemo, blockedAt, blockedReason } = row;
  const blocked = blockedAt && blockedReason ? { at: blockedAt.toISOString(), reason: blockedReason } : null;
  return { code, digits, isDemo, blocked, figures, openCaseCount };
}

export async function readSeries(ctx: Context<Actor>, { series: code }: ParsedInputOf<typeof readEndpoint>): Promise<SeriesRecord> {
  const { db, now } = ctx;
  const row = await findSeries(db, code);
  if (!row) throw new AppError("not_found");
  const tariffs = await findTariffs(db);
  const hidden = await isBlind(ctx, code);
  const figures = hidden ? null : ((await figuresOf(db, [code], tariffs)).get(code) ?? null);
  const openCases: CaseRow[] = (await findCases(db, { series: code, state: "open" })).map((found) => presentCase(found, tariffs, now));
  return {
    ...present(row, figures, openCases.length),
    price: tariffOn(tariffs, localDateOf(now)),
    ...(hidden ? { strip: null, marks: null } : await pictureOf(db, code)),
    counting: await openCountsOf(db, code),
    recent: (await findMovements(db, { series: code }, 12)).map((act) => presentMovement(act, tariffs)),
    openCases,
    proposals: await waitingProposals(ctx, { series: code }),
    shipments: (await findShipments(db, { series: code, isOpen: true })).map((found) => presentShipment(found, tariffs, now)),
    asOf: now.toISOString(),
    allowedActions: actionsOn(ctx.actor, row, figures),
  };
}

const marked: readonly Account[] = ["spoiled_held", "qa_sample", "destroyed"];

async function pictureOf(db: Db, code: string) {
  const holdings = await allHoldings(db, code);
  const marks = holdings.filter(({ account }) => marked.includes(account));
  return { strip: stripOf(holdings, 400), marks: ticksOf(marks, 500) };
}

/** What each act takes from: a button stands only where there is something to act on. */
const sources: Record<Exclude<SeriesAction, "declare" | "count">, readonly Account[]> = {
  dispatch: ["mint_declared"],
  spoil: ["nvi_vault", "nvi_floor"],
  sample: ["nvi_vault", "nvi_floor"],
  allot: ["nvi_vault"],
  give_back: ["nvi_floor"],
  destroy: ["spoiled_held", "qa_sample"],
  lose: ["transit_mint_nvi", "nvi_vault", "nvi_floor", "spoiled_held", "qa_sample"],
};

function actionsOn(actor: Actor, { blockedAt }: StoredSeries, figures: SeriesFigures | null): SeriesAction[] {
  const has = (action: keyof typeof sources) => figures === null || sources[action].some((account) => figures.balances[account] > 0);
  const moves = (Object.keys(sources) as (keyof typeof sources)[]).filter((action) => action === "dispatch" || has(action));
  const open = moves.filter((action) => action !== "allot" || blockedAt === null);
  return [
    ...(can(actor, "ledger:move") ? (["declare", ...open] as const) : []),
    ...(can(actor, "ledger:count") ? (["count"] as const) : []),
  ];
}
