import type { CountTable } from "../../lib/statistics/disclosure.ts";

/** Numbers from 0 to below 1, the same for a seed everywhere (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Few large and many small counts, as provinces and nationalities have them. */
export function randomCounts(rows: number, columns: number, scale: number, roll: () => number): number[][] {
  const weights = (count: number) => Array.from({ length: count }, () => Math.exp(roll() * 3 - 2));
  const across = weights(columns);
  return weights(rows).map((row) => across.map((column) => Math.floor(row * column * scale * roll() * roll() * 2)));
}

const codes = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index}`);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export function tableOf(cells: number[][]): CountTable {
  return { rowAxis: "a", columnAxis: "b", rowCodes: codes("a", cells.length), columnCodes: codes("b", cells[0]?.length ?? 0), cells };
}

/** Odd seeds are tables printed together: sides of one cube, which share totals; even ones stand alone. */
export function randomPublication(seed: number): CountTable[] {
  const roll = dice(seed);
  const [rows, columns, layers] = [1 + Math.floor(roll() * 7), 1 + Math.floor(roll() * 6), 1 + Math.floor(roll() * 4)];
  const scale = 2 + roll() * 40;
  if (seed % 2 === 0) return [tableOf(randomCounts(rows, columns, scale, roll))];
  const cube = Array.from({ length: rows }, () => randomCounts(columns, layers, scale * (0.2 + roll()), roll));
  const byLayer = codes("c", layers).map((_, layer) => cube.map((side) => side.map((line) => line[layer] ?? 0)));
  const [a, b, c] = [codes("a", rows), codes("b", columns), codes("c", layers)];
  const alone = { columnAxis: null, columnCodes: [""] };
  const tables: CountTable[] = [
    tableOf(cube.map((side) => side.map(sum))),
    { rowAxis: "c", columnAxis: "a", rowCodes: c, columnCodes: a, cells: byLayer.map((side) => side.map(sum)) },
    { ...alone, rowAxis: "a", rowCodes: a, cells: cube.map((side) => [sum(side.map(sum))]) },
    { ...alone, rowAxis: "c", rowCodes: c, cells: byLayer.map((side) => [sum(side.map(sum))]) },
  ];
  if (seed % 4 === 1) {
    const cells = byLayer.map((side) => b.map((_, column) => sum(side.map((line) => line[column] ?? 0))));
    tables.push({ rowAxis: "c", columnAxis: "b", rowCodes: c, columnCodes: b, cells });
  }
  return tables;
}
