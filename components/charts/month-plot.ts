// What the drawing of a course of months and the brush over it agree on.

export type MonthPoint = {
  /** yyyy-MM */
  month: string;
  value: number | null;
  /** The same without any filter: the ghost behind. */
  all: number | null;
  /** What it is compared with; null where nothing is. */
  before: number | null;
};

export type MonthSpan = { from: string; to: string };

/** Distances of the plot from the drawing's edges, in pixels. */
export const plotEdges = { left: 56, right: 8, top: 10, bottom: 26 } as const;

export const monthIndex = (points: readonly { month: string }[], month: string | undefined): number =>
  points.findIndex((point) => point.month === month);

/** The months of the plot as equal bands: where one begins, as a share of the plot's width. */
export const bandAt = (index: number, count: number): number => (count === 0 ? 0 : index / count);

/** The band under a share of the plot's width. */
export const bandUnder = (share: number, count: number): number => Math.max(0, Math.min(count - 1, Math.floor(share * count)));

export const isWithin = (month: string, span: MonthSpan | null): boolean => span === null || (month >= span.from && month <= span.to);
