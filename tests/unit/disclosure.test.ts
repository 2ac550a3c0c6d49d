import { describe, expect, test } from "vitest";
import { type CountTable, type Hidden, hiddenOf } from "../../lib/statistics/disclosure.ts";
import { attack } from "../support/disclosure-attacker.ts";
import { dice, randomCounts, randomPublication, tableOf } from "../support/random-tables.ts";

const publications = Number(process.env.DISCLOSURE_TABLES ?? 250);
const threshold = 5;
const isSmall = (count: number) => count > 0 && count < threshold;

const narrow = (tables: readonly CountTable[], hidden: readonly Hidden[], least = threshold) =>
  attack(tables, hidden).filter(({ low, high }) => high - low < least);

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Small figures that can be read as they stand, totals included. */
function readable(table: CountTable, { cells, rows, columns, total }: Hidden): number {
  const across = table.columnCodes.map((_, column) => sum(table.cells.map((line) => line[column] ?? 0)));
  return [
    ...table.cells.flatMap((line, row) => line.filter((value, column) => isSmall(value) && !cells[row]?.[column])),
    ...table.cells.filter((line, row) => isSmall(sum(line)) && !rows[row]),
    ...across.filter((value, column) => isSmall(value) && !columns[column]),
    ...[sum(across)].filter((value) => isSmall(value) && !total),
  ].length;
}

/** Only what is small goes: what a careless publisher does. */
const onlySmall = ({ cells, columnCodes }: CountTable): Hidden => ({
  cells: cells.map((line) => line.map(isSmall)),
  rows: cells.map((line) => isSmall(sum(line))),
  columns: columnCodes.map((_, column) => isSmall(sum(cells.map((line) => line[column] ?? 0)))),
  total: false,
});

describe("a publication", () => {
  test(`gives no small count away to linear programming in ${publications} random sets of tables (T4)`, () => {
    let [hiddenCells, smallCells, cells] = [0, 0, 0];
    for (let seed = 1; seed <= publications; seed += 1) {
      const tables = randomPublication(seed);
      const hidden = hiddenOf(tables, threshold);
      expect(narrow(tables, hidden), `seed ${seed}`).toEqual([]);
      for (const [index, table] of tables.entries()) {
        expect(readable(table, hidden[index] as Hidden), `seed ${seed}`).toBe(0);
        const all = table.cells.flat();
        cells += all.length;
        smallCells += all.filter(isSmall).length;
        hiddenCells += hidden[index]?.cells.flat().filter(Boolean).length ?? 0;
      }
    }
    console.info(
      `${publications} publications: ${cells} figures, ${smallCells} small, ${hiddenCells} hidden, none narrower than ${threshold}`,
    );
    expect(hiddenCells).toBeLessThan(smallCells * 2);
  });

  test("whose small counts alone are hidden is seen through by the same attacker", () => {
    const seeds = Array.from({ length: 40 }, (_, index) => index + 1);
    const seenThrough = seeds.filter((seed) => {
      const tables = randomPublication(seed);
      return narrow(tables, tables.map(onlySmall)).length > 0;
    });
    expect(seenThrough.length).toBeGreaterThan(20);
  });

  test("whose tables are made safe one by one is seen through when they share totals", () => {
    const seeds = Array.from({ length: 100 }, (_, index) => 2 * index + 1);
    const seenThrough = seeds.filter((seed) => {
      const tables = randomPublication(seed);
      const apart = tables.flatMap((table) => hiddenOf([table], threshold));
      return narrow(tables, apart).length > 0;
    });
    expect(seenThrough.length).toBeGreaterThan(0);
  });

  test("keeps its threshold whatever it is", () => {
    for (const other of [3, 10, 20]) {
      for (let seed = 1; seed <= 24; seed += 1) {
        const tables = randomPublication(seed);
        expect(narrow(tables, hiddenOf(tables, other), other), `seed ${seed}, threshold ${other}`).toEqual([]);
      }
    }
  });

  test("of 81 provinces and 180 nationalities hides little more than what is small", () => {
    const counts = randomCounts(81, 180, 300, dice(7));
    const [hidden] = hiddenOf([tableOf(counts)], threshold);
    const small = counts.flat().filter(isSmall).length;
    const hiddenCells = hidden?.cells.flat().filter(Boolean).length ?? 0;
    expect(small).toBeGreaterThan(1_000);
    expect(hiddenCells / small).toBeLessThan(1.1);
    expect(hidden?.total).toBe(false);
    const noughts = counts.flatMap((line, row) => line.filter((value, column) => value === 0 && hidden?.cells[row]?.[column]));
    expect(noughts).toEqual([]);
  });

  test("hides the same cells each time", () => {
    const tables = randomPublication(13);
    expect(hiddenOf(tables, threshold)).toEqual(hiddenOf(structuredClone(tables), threshold));
  });

  test("without a small count hides nothing", () => {
    const [hidden] = hiddenOf(
      [
        tableOf([
          [10, 0],
          [5, 70],
        ]),
      ],
      threshold,
    );
    expect(hidden).toEqual({
      cells: [
        [false, false],
        [false, false],
      ],
      rows: [false, false],
      columns: [false, false],
      total: false,
    });
  });

  test("of a list hides a second figure, the smallest that will do", () => {
    const list: CountTable = {
      rowAxis: "a",
      columnAxis: null,
      rowCodes: ["x", "y", "z", "w"],
      columnCodes: [""],
      cells: [[3], [40], [9], [0]],
    };
    expect(hiddenOf([list], threshold)[0]?.rows).toEqual([true, false, true, false]);
  });

  test("that counts fewer rows than the threshold shows noughts only", () => {
    const [hidden] = hiddenOf(
      [
        tableOf([
          [1, 0],
          [2, 1],
        ]),
      ],
      threshold,
    );
    expect(hidden).toEqual({
      cells: [
        [true, false],
        [true, true],
      ],
      rows: [true, true],
      columns: [true, true],
      total: true,
    });
  });

  test("whose tables do not count the same rows is refused", () => {
    const list: CountTable = { rowAxis: "a", columnAxis: null, rowCodes: ["a0", "a1"], columnCodes: [""], cells: [[3], [4]] };
    expect(() =>
      hiddenOf(
        [
          tableOf([
            [1, 2],
            [9, 9],
          ]),
          list,
        ],
        threshold,
      ),
    ).toThrow("differ in their totals");
  });
});
