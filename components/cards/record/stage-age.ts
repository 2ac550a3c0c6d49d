const DAY = 86_400_000;

/** Whole days since an instant, as of another. */
export const daysSince = (since: string, asOf: string): number => Math.max(0, Math.floor((Date.parse(asOf) - Date.parse(since)) / DAY));

/** "bugün", "3 gündür". */
export function ageWords(since: string, asOf: string): string {
  const days = daysSince(since, asOf);
  return days === 0 ? "bugün" : `${days} gündür`;
}
