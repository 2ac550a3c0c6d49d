// Turkish as an office writes it: casing with İ/ı, alphabetical order, numbers, and dates of the legal
// day (Europe/Istanbul). Never use these on addresses, URLs or codes: `asciiLower` is for those.
import { type NumberCase, numberSuffix } from "./harmony.ts";

const LOCALE = "tr-TR";
const ZONE = "Europe/Istanbul";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const collator = new Intl.Collator(LOCALE, { numeric: true });
const integer = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const isoDate = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" });
const clock = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const longDate = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
const weekday = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", weekday: "long" });

/** Letters that no accent-stripping reaches, as PostgreSQL's `unaccent` maps them. */
const plainLetters: Record<string, string> = { ı: "i", ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l" };

/** K 7.5: conjunctions stay lower-case inside a title ("Aile ve Sosyal Hizmetler"). */
const lowerInTitles = new Set(["ve", "veya", "ile", "ya", "yahut", "ki", "da", "de", "mi", "mı", "mu", "mü"]);

export function upperTr(text: string): string {
  return text.normalize("NFC").toLocaleUpperCase(LOCALE);
}

export function lowerTr(text: string): string {
  return text.normalize("NFC").toLocaleLowerCase(LOCALE);
}

/** Initial capitals, conjunctions lower-case unless they open the text. */
export function titleTr(text: string): string {
  return lowerTr(text).replace(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu, (word, offset: number) => {
    if (offset > 0 && lowerInTitles.has(word)) return word;
    return upperTr(word.slice(0, 1)) + word.slice(1);
  });
}

export function compareTr(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Search key: "İl Göç İdaresi" and "il goc idaresi" become the same text. */
export function foldTr(text: string): string {
  return lowerTr(text)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ıßæœøđł]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}

/** For KEP and e-mail addresses: only A–Z change; Turkish casing would turn "INFO" into "ınfo". */
export function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

export function formatNumber(value: number | bigint): string {
  return integer.format(value);
}

/** Decimal units, so that a file shown as "25 MB" is never larger than a channel that takes 25 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${integer.format(bytes)} B`;
  if (bytes < 999_950) return `${oneDecimal.format(bytes / 1_000)} KB`;
  if (bytes < 999_950_000) return `${oneDecimal.format(bytes / 1_000_000)} MB`;
  return `${oneDecimal.format(bytes / 1_000_000_000)} GB`;
}

/** The legal local date ("yyyy-MM-dd") on which an instant falls in Türkiye. */
export function localDateOf(instant: Date): string {
  return isoDate.format(instant);
}

/** dd.MM.yyyy of an instant or of a legal date. */
export function formatDate(value: Date | string): string {
  const [year, month, day] = legalDate(value).split("-");
  return `${day}.${month}.${year}`;
}

/** HH:mm. */
export function formatTime(instant: Date): string {
  return clock.format(instant);
}

/** dd.MM.yyyy HH:mm. */
export function formatDateTime(instant: Date): string {
  return `${formatDate(instant)} ${formatTime(instant)}`;
}

/** "17 Mart 2026": m.12, no dots when the month is in letters. */
export function formatLongDate(value: Date | string): string {
  return longDate.format(new Date(`${legalDate(value)}T00:00:00Z`));
}

/** "Pazartesi", the day of the week of an instant or of a legal date. */
export function formatWeekday(value: Date | string): string {
  return weekday.format(new Date(`${legalDate(value)}T00:00:00Z`));
}

/** "17.03.2026" → "2026-03-17"; null when there is no such day. */
export function parseDate(text: string): string | null {
  const match = /^\s*(\d{1,2})[./](\d{1,2})[./](\d{4})\s*$/.exec(text);
  if (!match) return null;
  const [, day = "", month = "", year = ""] = match;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date ? null : date;
}

/** Age or duration in its largest whole unit: "3 gün", "6 saat", "12 dakika", "az önce". */
export function durationInWords(milliseconds: number): string {
  const length = Math.abs(milliseconds);
  if (length >= DAY) return `${integer.format(Math.floor(length / DAY))} gün`;
  if (length >= HOUR) return `${Math.floor(length / HOUR)} saat`;
  if (length >= MINUTE) return `${Math.floor(length / MINUTE)} dakika`;
  return "az önce";
}

/** The first few by name, and how many more there are: "A, B, C ve 4 kurum daha". */
export function someOf(names: readonly string[], { most = 3, what = "kurum" } = {}): string {
  const rest = names.length - most;
  return names.slice(0, most).join(", ") + (rest > 0 ? ` ve ${formatNumber(rest)} ${what} daha` : "");
}

/** A number, number text or time with its case ending: "2026’da", "871’i", "10:24’te", "1.250’ye". */
export function withNumberSuffix(value: number | string, nounCase: NumberCase): string {
  return `${value}’${numberSuffix(value, nounCase)}`;
}

function legalDate(value: Date | string): string {
  return typeof value === "string" ? value : localDateOf(value);
}
