import { describe, expect, test } from "vitest";
import { equationsOf, holds, lossesByDay, replayed } from "../../lib/cards/conservation.ts";
import { CardWhereabouts } from "../../lib/cards/contract.ts";
import { Account, MovementKind, StockAct } from "../../lib/cards/ledger-rows.ts";
import {
  accountPairs,
  apply,
  declaredCount,
  disagreement,
  fold,
  type Holding,
  type Line,
  refusalOf,
  reversed,
} from "../../lib/cards/serial-ledger.ts";
import { countOf, firstOverlap } from "../../lib/cards/serial-ranges.ts";
import { hindranceOf } from "../../lib/cards/stock-act.ts";
import { walk } from "../support/ledger-walk.ts";

const walks = Number(process.env.LEDGER_WALKS ?? 5_000);
const final = new Set<string>(["consumed", "destroyed", "written_off"]);

/** L1, L2 and the shape of the projection. */
function faultsOf(holdings: readonly Holding[], lines: readonly Line[]): string[] {
  const neighbours = holdings.filter((holding, index) => {
    const next = holdings[index + 1];
    return next && next.first === holding.last + 1 && next.account === holding.account && next.batchId === holding.batchId;
  });
  return [
    ...(firstOverlap(holdings) ? ["L1: a serial lies in two accounts"] : []),
    ...(countOf(holdings) === declaredCount(lines) ? [] : ["L2: held is not declared"]),
    ...(neighbours.length > 0 ? ["neighbours in one account are two rows"] : []),
    ...(holdings.some(({ account, batchId }) => (account === "nvi_floor") !== (batchId !== null)) ? ["floor stock without batch"] : []),
  ];
}

describe("the ledger", () => {
  test(`keeps every serial in exactly one account through ${walks} generated sequences of movements`, () => {
    let steps = 0;
    let refused = 0;
    const reached = new Set<string>();
    for (let seed = 1; seed <= walks; seed += 1) {
      const gone = new Map<number, string>();
      const walked = walk(seed, 30, ({ holdings, lines }) => {
        const faults = faultsOf(holdings, lines);
        if (faults.length > 0) throw new Error(`seed ${seed}: ${faults.join(", ")}`);
        for (const { first, last, account } of holdings) {
          if (!final.has(account)) continue;
          for (let serial = first; serial <= last; serial += 1) gone.set(serial, account);
        }
        for (const [serial, account] of gone) {
          const now = holdings.find(({ first, last }) => first <= serial && serial <= last)?.account;
          if (now !== account) throw new Error(`seed ${seed}: ${serial} came back from ${account}`);
        }
      });
      if (disagreement(walked.holdings, replayed(walked.lines)) !== 0) throw new Error(`seed ${seed}: the replay differs`);
      for (const { account } of walked.holdings) reached.add(account);
      steps += walked.steps;
      refused += walked.refused;
    }
    console.info(`${walks} sequences, ${steps} movements, ${refused} refused, 0 violations`);
    expect(reached).toEqual(new Set(Account.options));
    expect(steps).toBeGreaterThan(walks);
  }, 3_600_000);

  test("says the same folded line by line and in one pass", () => {
    for (let seed = 9_000_001; seed <= 9_000_200; seed += 1) {
      const { lines, holdings } = walk(seed, 40, () => undefined);
      expect(fold(lines)).toEqual(holdings);
      expect(replayed(lines)).toEqual(holdings);
    }
  });

  test("counts what two pictures put in different places", () => {
    const vault: Holding[] = [{ first: 1, last: 10, account: "nvi_vault", batchId: null }];
    expect(disagreement(vault, vault)).toBe(0);
    expect(disagreement(vault, [{ first: 1, last: 8, account: "nvi_vault", batchId: null }])).toBe(2);
    expect(disagreement(vault, [{ first: 1, last: 10, account: "missing", batchId: null }])).toBe(10);
  });
});

describe("the table of accounts", () => {
  test("knows every kind of movement, and every account is reached and, unless final, left", () => {
    expect(Object.keys(accountPairs).toSorted()).toEqual(MovementKind.options.toSorted());
    const pairs = Object.values(accountPairs).flat();
    const targets = new Set<string>(pairs.map(([, to]) => to));
    const sources = new Set<string>(pairs.map(([from]) => from));
    for (const account of Account.options) {
      expect(targets.has(account), account).toBe(true);
      expect(sources.has(account), account).toBe(!final.has(account));
    }
  });

  test("lets nothing but a reversal lead out of spoiled, sample and missing back into stock, and never from a final account (L6)", () => {
    const back = Object.entries(accountPairs).flatMap(([kind, pairs]) =>
      pairs.filter(([from, to]) => ["spoiled_held", "qa_sample"].includes(from) && ["nvi_vault", "nvi_floor"].includes(to)).map(() => kind),
    );
    expect(new Set(back)).toEqual(new Set(["reverse"]));
  });

  test("asks two persons wherever an act is proposed", () => {
    for (const act of StockAct.options)
      expect(
        accountPairs[act].every(([, , confirmation]) => confirmation === "two_persons"),
        act,
      ).toBe(true);
  });
});

describe("a movement is refused", () => {
  const vault: Holding[] = [{ first: 1, last: 100, account: "nvi_vault", batchId: null }];
  const line = (given: Partial<Line>): Line => ({ first: 1, last: 10, from: "nvi_vault", to: "spoiled_held", ...given });

  test.each([
    ["between accounts that no row of the table joins", "spoil" as const, line({ to: "destroyed" }), "pair"],
    ["of serials the giver does not hold", "spoil" as const, line({ first: 95, last: 105 }), "not_held"],
    ["of serials that lie elsewhere", "destroy" as const, line({ from: "spoiled_held", to: "destroyed" }), "not_held"],
    ["onto a floor without its batch", "allot" as const, line({ to: "nvi_floor" }), "batch"],
    ["with a batch that is none of its business", "spoil" as const, line({ batchId: "x" }), "batch"],
    ["that declares what is declared", "declare" as const, line({ from: "outside", to: "mint_declared" }), "declared_already"],
  ])("%s", (_title, kind, given, reason) => {
    expect(refusalOf(kind, [given], vault, [])).toMatchObject({ reason });
  });

  test("that names a serial twice, or touches an account that is being counted", () => {
    expect(refusalOf("spoil", [line({}), line({ first: 10, last: 12 })], vault, [])).toMatchObject({ reason: "twice" });
    expect(refusalOf("spoil", [line({})], vault, [{ account: "nvi_vault", batchId: null }])).toMatchObject({ reason: "counting" });
    expect(refusalOf("spoil", [line({})], vault, [{ account: "nvi_floor", batchId: "x" }])).toBeNull();
  });

  test("from another batch's floor", () => {
    const floor: Holding[] = [{ first: 1, last: 10, account: "nvi_floor", batchId: "a" }];
    const spoil = line({ from: "nvi_floor", batchId: "b" });
    expect(refusalOf("spoil", [spoil], floor, [])).toMatchObject({ reason: "not_held", lies: "nvi_floor" });
  });
});

describe("a reversal", () => {
  test("undoes what it cites and nothing else", () => {
    const declared: Line[] = [{ first: 1, last: 100, from: "outside", to: "mint_declared" }];
    const sent: Line[] = [{ first: 21, last: 40, from: "mint_declared", to: "transit_mint_nvi" }];
    const before = apply([], declared);
    const after = apply(before, sent);
    expect(refusalOf("reverse", reversed(sent), after, [])).toBeNull();
    expect(apply(after, reversed(sent))).toEqual(before);
    expect(apply(before, reversed(declared))).toEqual([]);
    expect(declaredCount([...declared, ...reversed(declared)])).toBe(0);
  });
});

describe("the three equations", () => {
  const zero = Object.fromEntries(Account.options.map((name) => [name, 0])) as Record<Account, number>;
  const nowhere = Object.fromEntries(CardWhereabouts.options.map((name) => [name, 0])) as Record<CardWhereabouts, number>;

  test("hold when every serial and every card has its place", () => {
    const balances = { ...zero, nvi_vault: 70, consumed: 30 };
    expect(holds(equationsOf({ declaredCount: 100, balances, cardCount: 30, cards: { ...nowhere, delivered: 28, nvi: 2 } }))).toBe(true);
  });

  test.each([
    ["declared", { declaredCount: 101, cardCount: 30, delivered: 30 }, 1],
    ["consumed", { declaredCount: 100, cardCount: 29, delivered: 29 }, 1],
    ["cards", { declaredCount: 100, cardCount: 30, delivered: 28 }, 2],
  ])("say by how many “%s” is off", (name, { declaredCount: declared, cardCount, delivered }, difference) => {
    const balances = { ...zero, nvi_vault: 70, consumed: 30 };
    const equations = equationsOf({ declaredCount: declared, balances, cardCount, cards: { ...nowhere, delivered } });
    expect(equations.filter((equation) => equation.difference !== 0).map((equation) => [equation.name, equation.difference])).toEqual([
      [name, difference],
    ]);
  });
});

describe("what is lost", () => {
  test("counts from the day it came to its account, and no longer when it was found", () => {
    const on = (occurredOn: string, line: Line) => ({ ...line, occurredOn });
    const lines = [
      on("2026-03-01", { first: 1, last: 10, from: "nvi_vault", to: "spoiled_held" }),
      on("2027-03-01", { first: 11, last: 20, from: "nvi_vault", to: "spoiled_held" }),
      on("2027-04-01", { first: 6, last: 12, from: "spoiled_held", to: "destroyed" }),
      on("2027-05-01", { first: 31, last: 40, from: "nvi_vault", to: "missing" }),
      on("2027-06-01", { first: 35, last: 40, from: "missing", to: "nvi_vault" }),
      on("2027-07-01", { first: 40, last: 40, from: "nvi_vault", to: "missing" }),
    ];
    expect(lossesByDay(lines)).toEqual([
      { account: "spoiled_held", day: "2026-03-01", count: 5 },
      { account: "destroyed", day: "2027-04-01", count: 7 },
      { account: "spoiled_held", day: "2027-03-01", count: 8 },
      { account: "missing", day: "2027-05-01", count: 4 },
      { account: "missing", day: "2027-07-01", count: 1 },
    ]);
  });
});

describe("the second person", () => {
  const custodian = { proposerRole: "stock_custodian", role: "stock_custodian", movesStock: true };
  const officer = { proposerRole: "stock_custodian", role: "ministry_officer", movesStock: false };

  test("of a destruction has another office, of a write-off does not move stock", () => {
    expect(hindranceOf("destroy", custodian)).toMatch(/farklı görevde/);
    expect(hindranceOf("write_off", custodian)).toMatch(/onaylayamaz/);
    expect(hindranceOf("allot", custodian)).toBeNull();
    for (const act of StockAct.options) expect(hindranceOf(act, officer)).toBeNull();
  });
});
