// Days and months as the model writes them: whole numbers from 2000-01-01 and January 2000. What never happens lies before
// every day, what has no end behind every day.
export const never = -32_768;
export const always = 32_767;
/** Days beyond these are kept as these: the years 1912 to 2089. */
export const firstDay = -32_000;
export const lastDay = 32_766;

const epoch = Date.UTC(2000, 0, 1);

export function dayNumber(day: string): number {
  return Math.min(Math.max(Math.round((Date.parse(`${day}T00:00:00Z`) - epoch) / 86_400_000), firstDay), lastDay);
}

/** Months from January 1900, so that none is below 1; 0 is none. */
const months = new Uint16Array(65_536);
for (let day = firstDay; day <= lastDay; day += 1) {
  const date = new Date(epoch + day * 86_400_000);
  months[day + 32_768] = (date.getUTCFullYear() - 1900) * 12 + date.getUTCMonth() + 1;
}

/** The month of a day's number; what is no day is in none. */
export const monthNumber = (day: number): number => months[day + 32_768] ?? 0;

export const monthOfNumber = (number: number): string =>
  `${1900 + Math.floor((number - 1) / 12)}-${String(((number - 1) % 12) + 1).padStart(2, "0")}`;

export const yearOfDay = (day: number): number => 1900 + Math.floor((monthNumber(day) - 1) / 12);
