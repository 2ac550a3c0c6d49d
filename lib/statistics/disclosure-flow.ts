/**
 * One table of counts as a network, to find the cheapest companions of a hidden cell (decision 031). Rows and columns are
 * nodes, a cell is the edge between them: adding one to it sends a unit from its row to its column, and what keeps all
 * totals is a closed walk. Totals are edges to a node beside the rows (and one beside the columns).
 */

/** The totals along one axis; tables that share an axis share this object, and one secret about it. */
export type Margin = {
  axis: string;
  codes: readonly string[];
  values: readonly number[];
  hidden: Uint8Array;
  /** Whether more than one table holds it: then its totals may only move against the pivot, as all those tables can. */
  isShared: boolean;
  /** The one total that may fall by a threshold so that any other hidden one rises. */
  pivot: number | null;
};

/** Edges: cells row by row, then the totals of the rows, then those of the columns. */
export type Grid = {
  rowMargin: Margin;
  columnMargin: Margin;
  rows: number;
  columns: number;
  /** The figure of each edge. */
  values: Float64Array;
  hidden: Uint8Array;
};

/** What has to be hidden for it, and what then ranges over a whole threshold. */
export type Protection = { opened: number[]; ranging: number[] };

/** `moved` says how far each edge goes in one table that an outsider must believe possible; `touched` names those. */
type Search = {
  grid: Grid;
  threshold: number;
  moved: Int32Array;
  touched: number[];
  remaining: number;
  banned: number;
  closed: Margin | null;
  /** No total may be newly hidden: readers need them most. */
  keepsTotals: boolean;
};
type Step = { edge: number; up: boolean };

export const cellEdge = (grid: Grid, row: number, column: number): number => row * grid.columns + column;
export const rowEdge = (grid: Grid, row: number): number => grid.rows * grid.columns + row;
export const columnEdge = (grid: Grid, column: number): number => grid.rows * grid.columns + grid.rows + column;

/** The total an edge stands for, or null for a cell. */
export function marginOf({ rowMargin, columnMargin, rows, columns }: Grid, edge: number): { margin: Margin; index: number } | null {
  const row = edge - rows * columns;
  if (row < 0) return null;
  return row < rows ? { margin: rowMargin, index: row } : { margin: columnMargin, index: row - rows };
}

function isHidden(grid: Grid, edge: number): boolean {
  if (edge < grid.hidden.length) return grid.hidden[edge] === 1;
  const total = marginOf(grid, edge);
  return total?.margin.hidden[total.index] === 1;
}

export function hide(grid: Grid, edge: number): void {
  const total = marginOf(grid, edge);
  if (total) total.margin.hidden[total.index] = 1;
  else grid.hidden[edge] = 1;
}

/**
 * Finds moves that let an edge range over a whole threshold, upwards first, for as little newly hidden as it can. Null where
 * nothing does. Nothing is hidden yet.
 */
export const findProtection = (grid: Grid, edge: number, threshold: number): Protection | null =>
  protectionBy({ ...searchOf(grid, edge, threshold), keepsTotals: true }) ?? protectionBy(searchOf(grid, edge, threshold));

function protectionBy(search: Search): Protection | null {
  const { grid, banned: edge, threshold, keepsTotals } = search;
  const [tail, head] = endsOf(grid, edge);
  const up = push(byRectangles(search), head, tail);
  const narrow = up.remaining;
  if (narrow === 0) return { opened: openedBy(up), ranging: rangingIn(up) };
  if (narrow > (grid.values[edge] ?? 0)) return null;
  const down = push({ ...searchOf(grid, edge, threshold), keepsTotals, remaining: narrow }, tail, head);
  return down.remaining > 0 ? null : { opened: [...new Set([...openedBy(up), ...openedBy(down)])], ranging: [edge] };
}

/** How a shared total rises by a threshold against its pivot in this table, without moving a shared total of the other axis. */
export function findExchange(grid: Grid, edge: number, threshold: number): Protection | null {
  const [tail, head] = endsOf(grid, edge);
  const other = edge < columnEdge(grid, 0) ? grid.columnMargin : grid.rowMargin;
  const closed = other.isShared ? other : null;
  const exchange = push({ ...searchOf(grid, edge, threshold), closed }, head, tail);
  return exchange.remaining > 0 ? null : { opened: openedBy(exchange), ranging: [] };
}

/**
 * The walk nearly every small cell of a large table has: another row gives to its column what that row takes from its own,
 * all four cells hidden. Only a quicker first look; what it does not find the searches for paths do.
 */
function byRectangles(search: Search): Search {
  const { grid, banned } = search;
  if (banned >= grid.hidden.length) return search;
  const column = banned % grid.columns;
  const start = banned - column;
  const beside = [...grid.hidden.subarray(start, start + grid.columns).keys()].filter(
    (at) => at !== column && grid.hidden[start + at] === 1,
  );
  for (let row = 0; row < grid.hidden.length && search.remaining > 0; row += grid.columns) {
    if (row === start || grid.hidden[row + column] !== 1) continue;
    for (const other of beside) {
      const amount = Math.min(search.remaining, roomOf(search, row + column, false), roomOf(search, start + other, false));
      if (amount <= 0 || grid.hidden[row + other] !== 1) continue;
      move(search, row + column, -amount);
      move(search, start + other, -amount);
      move(search, row + other, amount);
      search.remaining -= amount;
    }
  }
  return search;
}

const searchOf = (grid: Grid, banned: number, threshold: number): Search => ({
  grid,
  threshold,
  moved: new Int32Array(grid.values.length),
  touched: [],
  remaining: threshold,
  banned,
  closed: null,
  keepsTotals: false,
});

function move({ moved, touched }: Search, edge: number, by: number): void {
  if (moved[edge] === 0) touched.push(edge);
  moved[edge] = (moved[edge] ?? 0) + by;
}

const openedBy = ({ grid, moved, touched }: Search): number[] => [
  ...new Set(touched.filter((edge) => moved[edge] !== 0 && !isHidden(grid, edge))),
];

const rangingIn = ({ moved, touched, threshold, banned }: Search): number[] => [
  banned,
  ...touched.filter((edge) => Math.abs(moved[edge] ?? 0) >= threshold),
];

/** Sends units along cheapest paths until a threshold has gone or no path is left. */
function push(search: Search, from: number, to: number): Search {
  while (search.remaining > 0) {
    const path = freePath(search, from, to) ?? cheapestPath(search, from, to);
    if (!path) break;
    const amount = path.reduce((least, { edge, up }) => Math.min(least, roomOf(search, edge, up)), search.remaining);
    for (const { edge, up } of path) move(search, edge, up ? amount : -amount);
    search.remaining -= amount;
  }
  return search;
}

/** From where to where a unit goes that is added to this edge. */
function endsOf({ rows, columns }: Grid, edge: number): [number, number] {
  const row = edge - rows * columns;
  if (row < 0) return [Math.floor(edge / columns), rows + (edge % columns)];
  return row < rows ? [rows + columns, row] : [row, rows + columns + 1];
}

/** How many units an edge can still take up or give. No count falls below nothing. */
function roomOf(search: Search, edge: number, up: boolean): number {
  const { grid, moved, threshold, closed } = search;
  if (edge === search.banned) return 0;
  const by = moved[edge] ?? 0;
  const value = grid.values[edge] ?? 0;
  if (edge < grid.hidden.length) return up ? Number.POSITIVE_INFINITY : value + by;
  const { margin, index } = marginOf(grid, edge) as { margin: Margin; index: number };
  if (margin === closed || value === 0) return 0;
  if (!margin.isShared && search.keepsTotals && margin.hidden[index] === 0) return 0;
  if (!margin.isShared) return up ? Number.POSITIVE_INFINITY : value + by;
  if (index === margin.pivot) return up ? -by : threshold + by;
  if (margin.hidden[index] === 0) return 0;
  return up ? Number.POSITIVE_INFINITY : by;
}

/** What hiding costs the reader: a large figure more than a small one, a total much more; a nought tells no person's story. */
function priceOf(search: Search, edge: number, room: number): number {
  const { grid, moved, remaining } = search;
  if (moved[edge] !== 0 || isHidden(grid, edge)) return 0;
  const value = grid.values[edge] ?? 0;
  const ofCell = value === 0 ? 30 : 2 + Math.log2(value);
  const price = edge < grid.hidden.length ? ofCell : 200 + 10 * Math.abs(Math.log2(value / (4 * search.threshold)));
  return room >= remaining ? price : price * Math.ceil(remaining / room);
}

type Trace = (Step & { node: number })[];

/** The shortest way through what is hidden already; most small cells of a large table have one. */
function freePath(search: Search, from: number, to: number): Step[] | null {
  const { grid, moved } = search;
  const via: Trace = [];
  const seen = new Uint8Array(grid.rows + grid.columns + 2);
  const waiting = [from];
  seen[from] = 1;
  for (let at = 0; at < waiting.length && seen[to] === 0; at += 1) {
    const node = waiting[at] as number;
    eachEdge(grid, node, (next, edge, up) => {
      if (seen[next] === 1 || (moved[edge] === 0 && !isHidden(grid, edge)) || roomOf(search, edge, up) <= 0) return;
      seen[next] = 1;
      via[next] = { edge, up, node };
      waiting.push(next);
    });
  }
  return seen[to] === 1 ? walkBack(via, from, to) : null;
}

/** Dijkstra over nodes in fixed order, so that the same table always hides the same cells. */
function cheapestPath(search: Search, from: number, to: number): Step[] | null {
  const count = search.grid.rows + search.grid.columns + 2;
  const cost = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const via: Trace = [];
  const done = new Uint8Array(count);
  cost[from] = 0;
  for (;;) {
    const node = nearest(cost, done);
    if (node < 0) return null;
    if (node === to) return walkBack(via, from, to);
    done[node] = 1;
    eachEdge(search.grid, node, (next, edge, up) => {
      if (done[next] === 1) return;
      const room = roomOf(search, edge, up);
      if (room <= 0) return;
      const reached = (cost[node] ?? 0) + priceOf(search, edge, room);
      if (reached >= (cost[next] ?? 0)) return;
      cost[next] = reached;
      via[next] = { edge, up, node };
    });
  }
}

function nearest(cost: Float64Array, done: Uint8Array): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let node = 0; node < cost.length; node += 1) {
    const here = cost[node] ?? least;
    if (done[node] === 0 && here < least) {
      best = node;
      least = here;
    }
  }
  return best;
}

function walkBack(via: Trace, from: number, to: number): Step[] {
  const path: Step[] = [];
  for (let node = to; node !== from; ) {
    const step = via[node];
    if (!step) throw new Error("a path has no beginning");
    path.push(step);
    node = step.node;
  }
  return path;
}

function eachEdge({ rows, columns }: Grid, node: number, visit: (next: number, edge: number, up: boolean) => void): void {
  const cells = rows * columns;
  const besideRows = rows + columns;
  if (node < rows) {
    for (let column = 0; column < columns; column += 1) visit(rows + column, node * columns + column, true);
    visit(besideRows, cells + node, false);
  } else if (node < besideRows) {
    for (let row = 0; row < rows; row += 1) visit(row, row * columns + node - rows, false);
    visit(besideRows + 1, cells + node, true);
  } else if (node === besideRows) {
    for (let row = 0; row < rows; row += 1) visit(row, cells + row, true);
  } else {
    for (let column = 0; column < columns; column += 1) visit(rows + column, cells + rows + column, false);
  }
}
