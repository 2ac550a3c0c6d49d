// Calendar months, written yyyy-MM.

const short = ["Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"];
const long = ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"];

const indexOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthAt = (index: number): string => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;

export const shiftMonth = (month: string, by: number): string => monthAt(indexOf(month) + by);

/** "04.2026" */
export const monthText = (month: string): string => `${month.slice(5, 7)}.${month.slice(0, 4)}`;

/** "Nisan 2026" */
export const monthName = (month: string): string => `${long[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;

/** "Nis" */
export const monthShort = (month: string): string => short[Number(month.slice(5, 7)) - 1] ?? month;

/** "04.2026 – 09.2026"; one month stands alone, an open end is said in words. */
export function periodText(from: string | undefined, to: string | undefined): string {
  if (from && to) return from === to ? monthText(from) : `${monthText(from)} – ${monthText(to)}`;
  if (from) return `${monthText(from)} ve sonrası`;
  return to ? `${monthText(to)} ve öncesi` : "Bütün dönem";
}

export const firstDayOf = (month: string): string => `${month}-01`;

export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
}
