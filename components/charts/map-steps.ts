/** Upper edges of the first five of six steps, so that about as many values lie in each. */
export function stepsOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const edges = [1, 2, 3, 4, 5].map((step) => sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * step) / 6))] ?? 0);
  return [...new Set(edges)];
}

/** 1 to 6; 0 where there is no value. */
export const stepOf = (value: number | null, edges: readonly number[]): number =>
  value === null ? 0 : 1 + edges.filter((edge) => value >= edge).length;

/** The legend in words, for a file that holds the map alone: "Renk basamaklarının sınırları, açıktan koyuya: 2 · 3 · 6". */
export function stepsInWords(values: readonly (number | null)[], edgeText: (edge: number) => string): string {
  const edges = stepsOf(values.filter((value) => value !== null)).map(edgeText);
  return `Renk basamaklarının sınırları, açıktan koyuya: ${edges.join(" · ")}; gri: kayıt yok.`;
}
