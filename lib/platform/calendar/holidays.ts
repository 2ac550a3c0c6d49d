// Public holidays of Türkiye: Law 2429 (Ulusal Bayram ve Genel Tatiller Hakkında Kanun), art. 1 and 2, as amended to
// 2016. Administrative leave granted by circular for single years is not a public holiday and is not here.
import { addDays } from "./local-day.ts";

export type Holiday = {
  date: string;
  name: string;
  /** The eve of a feast and 28 October are holidays from 13:00 only. */
  isHalfDay: boolean;
};

/** First days of the two feasts. To 2026 as the Directorate of Religious Affairs (Diyanet) announced them; later years
 * by the Umm al-Qura calendar, which named the same days in 2024–2026, to be compared when Diyanet announces them. */
const feasts: Record<number, { ramadan: string; sacrifice: string }> = {
  2024: { ramadan: "04-10", sacrifice: "06-16" },
  2025: { ramadan: "03-30", sacrifice: "06-06" },
  2026: { ramadan: "03-20", sacrifice: "05-27" },
  2027: { ramadan: "03-09", sacrifice: "05-16" },
  2028: { ramadan: "02-26", sacrifice: "05-05" },
  2029: { ramadan: "02-14", sacrifice: "04-24" },
  2030: { ramadan: "02-04", sacrifice: "04-13" },
  2031: { ramadan: "01-24", sacrifice: "04-02" },
  2032: { ramadan: "01-14", sacrifice: "03-22" },
};

/** The years this calendar knows; outside them it refuses to answer. */
export const calendarYears = { first: 2024, last: 2032 } as const;

const fixedHolidays: readonly [day: string, name: string, isHalfDay: boolean][] = [
  ["01-01", "Yılbaşı", false],
  ["04-23", "Ulusal Egemenlik ve Çocuk Bayramı", false],
  ["05-01", "Emek ve Dayanışma Günü", false],
  ["05-19", "Atatürk’ü Anma, Gençlik ve Spor Bayramı", false],
  ["07-15", "Demokrasi ve Millî Birlik Günü", false],
  ["08-30", "Zafer Bayramı", false],
  ["10-28", "Cumhuriyet Bayramı arifesi", true],
  ["10-29", "Cumhuriyet Bayramı", false],
];

/** All public holidays of a year, by date; throws outside the known years. */
export function holidaysOf(year: number): readonly Holiday[] {
  const feast = feasts[year];
  if (feast === undefined) throw new RangeError(`no public holidays known for ${year}`);
  const fixed = fixedHolidays.map(([day, name, isHalfDay]) => ({ date: `${year}-${day}`, name, isHalfDay }));
  const movable = [
    ...feastDays(`${year}-${feast.ramadan}`, { name: "Ramazan Bayramı", days: 3 }),
    ...feastDays(`${year}-${feast.sacrifice}`, { name: "Kurban Bayramı", days: 4 }),
  ];
  return [...fixed, ...movable].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function feastDays(firstDay: string, { name, days }: { name: string; days: number }): Holiday[] {
  const eve = { date: addDays(firstDay, -1), name: `${name} arifesi`, isHalfDay: true };
  const full = Array.from({ length: days }, (_, index) => ({
    date: addDays(firstDay, index),
    name: `${name} ${index + 1}. gün`,
    isHalfDay: false,
  }));
  return [eve, ...full];
}
