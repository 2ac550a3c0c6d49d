// The chances a forecast is made of: a seeded source and the two distributions it needs, so that the same seed gives the same
// forecast on every machine (X5).

export type Chance = () => number;

/** Numbers in (0, 1) from a seed of 32 bits (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4_294_967_296;
  };
}

/** Standard normal (Box and Muller). */
const normal = (chance: Chance): number => Math.sqrt(-2 * Math.log(chance())) * Math.cos(2 * Math.PI * chance());

/** Gamma with mean `shape` (Marsaglia and Tsang, 2000). */
export function gamma(shape: number, chance: Chance): number {
  if (shape < 1) return gamma(shape + 1, chance) * chance() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(chance);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(chance()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** The value that a standard normal stays below with chance `u` (Acklam; error below 1.2e-9 of the value). */
export function normalQuantile(u: number): number {
  const a = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239];
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
  const c = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
  const at = (coefficients: readonly number[], x: number) => coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
  if (u < 0.02425 || u > 0.97575) {
    const q = Math.sqrt(-2 * Math.log(Math.min(u, 1 - u)));
    const tail = at(c, q) / (at(d, q) * q + 1);
    return u < 0.5 ? tail : -tail;
  }
  const q = u - 0.5;
  return (at(a, q * q) * q) / (at(b, q * q) * q * q + 1);
}

/** How many of `n` remain if each remains with chance `p`: the value not exceeded with chance `u`. */
export function binomialQuantile(u: number, n: number, p: number): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomialQuantile(1 - u, n, 1 - p);
  const variance = n * p * (1 - p);
  if (variance > 25) return Math.min(n, Math.max(0, Math.round(n * p + normalQuantile(u) * Math.sqrt(variance))));
  let term = Math.exp(n * Math.log1p(-p));
  let sum = term;
  let k = 0;
  while (sum < u && k < n) {
    k += 1;
    term *= ((n - k + 1) / k) * (p / (1 - p));
    sum += term;
  }
  return k;
}
