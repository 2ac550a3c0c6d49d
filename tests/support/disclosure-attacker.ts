// Somebody who wants to know a hidden count: knows every published figure of every table, that counts are not negative, and
// linear programming. Shares no line with the rule it attacks.
import type { CountTable, Hidden } from "../../lib/statistics/disclosure.ts";

export type Secret = { name: string; low: number; high: number };

/** A total that two tables hold has one name, as its reader knows that it is one figure. */
const cellName = (table: CountTable, row: string, column: string) => `${table.rowAxis}=${row}|${table.columnAxis}=${column}`;
const totalName = (axis: string, code: string) => `${axis}=${code}`;

type Equation = { coefficients: Map<string, number>; right: number };

/** What each hidden figure may be, as far as the published ones let on. */
export function attack(tables: readonly CountTable[], hidden: readonly Hidden[]): Secret[] {
  const equations = tables.flatMap((table, index) => equationsOf(table, hidden[index] as Hidden));
  const names = [...new Set(equations.flatMap(({ coefficients }) => [...coefficients.keys()]))];
  const rows = equations.map(({ coefficients, right }) => [...names.map((name) => coefficients.get(name) ?? 0), right]);
  const simplex = feasibleTableau(rows, names.length);
  return names.map((name, column) => ({
    name,
    low: Math.ceil(-maximum(simplex, column, -1) - 1e-6),
    high: Math.floor(maximum(simplex, column, 1) + 1e-6),
  }));
}

function equationsOf(table: CountTable, hidden: Hidden): Equation[] {
  const { rowAxis, columnAxis, rowCodes, columnCodes, cells } = table;
  const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const rowTotals = cells.map((line) => ({ value: add(line) }));
  const all = add(rowTotals.map(({ value }) => value));
  const known = (equation: Equation, name: string, value: number, isHidden: boolean, sign: number) => {
    if (isHidden) equation.coefficients.set(name, (equation.coefficients.get(name) ?? 0) + sign);
    else equation.right -= sign * value;
  };
  const open = (): Equation => ({ coefficients: new Map(), right: 0 });
  const equations: Equation[] = [];
  const down = open();
  rowCodes.forEach((row, i) => {
    const total = rowTotals[i]?.value ?? 0;
    known(down, totalName(rowAxis, row), total, hidden.rows[i] === true, 1);
    if (columnAxis === null) return;
    const equation = open();
    columnCodes.forEach((column, j) => {
      known(equation, cellName(table, row, column), cells[i]?.[j] ?? 0, hidden.cells[i]?.[j] === true, 1);
    });
    known(equation, totalName(rowAxis, row), total, hidden.rows[i] === true, -1);
    equations.push(equation);
  });
  known(down, "all", all, hidden.total, -1);
  equations.push(down);
  if (columnAxis === null) return equations;
  const across = open();
  columnCodes.forEach((column, j) => {
    const total = add(cells.map((line) => line[j] ?? 0));
    const equation = open();
    rowCodes.forEach((row, i) => {
      known(equation, cellName(table, row, column), cells[i]?.[j] ?? 0, hidden.cells[i]?.[j] === true, 1);
    });
    known(equation, totalName(columnAxis, column), total, hidden.columns[j] === true, -1);
    known(across, totalName(columnAxis, column), total, hidden.columns[j] === true, 1);
    equations.push(equation);
  });
  known(across, "all", all, hidden.total, -1);
  return [...equations, across];
}

type Tableau = { rows: number[][]; basis: number[]; variables: number };
const near = 1e-9;

/** Phase one of the simplex method: artificial variables driven to nothing. */
function feasibleTableau(equations: readonly (readonly number[])[], variables: number): Tableau {
  const used = equations.filter((row) => row.slice(0, variables).some((value) => value !== 0));
  const width = variables + used.length;
  const rows = used.map((row, index) => {
    const right = row[variables] ?? 0;
    const sign = right < 0 ? -1 : 1;
    const line = new Array<number>(width + 1).fill(0);
    for (let column = 0; column < variables; column += 1) line[column] = sign * (row[column] ?? 0);
    line[variables + index] = 1;
    line[width] = sign * right;
    return line;
  });
  const tableau = { rows, basis: used.map((_, index) => variables + index), variables: width };
  const objective = Array.from({ length: width }, (_, column) => (column < variables ? 0 : -1));
  const best = optimise(tableau, objective);
  if (Math.abs(best) > 1e-6) throw new Error("the published tables contradict themselves");
  return withoutArtificial(tableau, variables);
}

function withoutArtificial({ rows, basis, variables: width }: Tableau, variables: number): Tableau {
  for (const [index, basic] of basis.entries()) {
    if (basic < variables) continue;
    const column = (rows[index] as number[]).findIndex((value, at) => at < variables && Math.abs(value) > 1e-7);
    if (column >= 0) pivot({ rows, basis, variables: width }, index, column);
  }
  const kept = rows.map((row, index) => ({ row, basic: basis[index] as number })).filter(({ basic }) => basic < variables);
  return {
    rows: kept.map(({ row }) => [...row.slice(0, variables), row[width] as number]),
    basis: kept.map(({ basic }) => basic),
    variables,
  };
}

function maximum({ rows, basis, variables }: Tableau, column: number, sign: 1 | -1): number {
  const own = { rows: rows.map((row) => [...row]), basis: [...basis], variables };
  const objective = new Array<number>(variables).fill(0);
  objective[column] = sign;
  return optimise(own, objective);
}

/** Bland's rule: the first column that helps, so that it ends. */
function optimise(tableau: Tableau, objective: readonly number[]): number {
  const { rows, basis, variables } = tableau;
  for (;;) {
    const entering = objective.findIndex((price, column) => !basis.includes(column) && price - gainOf(tableau, objective, column) > near);
    if (entering < 0) break;
    let leaving = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [index, row] of rows.entries()) {
      const slope = row[entering] as number;
      if (slope <= near) continue;
      const ratio = (row[variables] as number) / slope;
      if (ratio < least - near || (ratio < least + near && (basis[index] as number) < (basis[leaving] ?? Number.POSITIVE_INFINITY))) {
        least = Math.min(least, ratio);
        leaving = index;
      }
    }
    if (leaving < 0) return Number.POSITIVE_INFINITY;
    pivot(tableau, leaving, entering);
  }
  return rows.reduce((sum, row, index) => sum + (objective[basis[index] as number] ?? 0) * (row[variables] as number), 0);
}

const gainOf = ({ rows, basis }: Tableau, objective: readonly number[], column: number): number =>
  rows.reduce((sum, row, index) => sum + (objective[basis[index] as number] ?? 0) * (row[column] as number), 0);

function pivot({ rows, basis }: Tableau, at: number, column: number): void {
  const line = rows[at] as number[];
  const divisor = line[column] as number;
  for (let index = 0; index < line.length; index += 1) line[index] = (line[index] as number) / divisor;
  for (const [index, row] of rows.entries()) {
    const factor = row[column] as number;
    if (index === at || factor === 0) continue;
    for (let place = 0; place < row.length; place += 1) row[place] = (row[place] as number) - factor * (line[place] as number);
  }
  basis[at] = column;
}
