/** A civil date as people type it (dd.MM.yyyy) and as the contract carries it (yyyy-MM-dd). */

const months = ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"];

type Reading = { iso: string; complaint?: undefined } | { iso?: undefined; complaint: string };

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Reads 17.03.2026, 17/3/2026, 17 3 2026 and 17032026. */
export function readDateText(text: string): Reading {
  const match = /^(\d{1,2})[./\-\s](\d{1,2})[./\-\s](\d{4})$/.exec(text.trim()) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text.trim());
  if (!match) return { complaint: "Tarihi gün.ay.yıl olarak yazın. Örnek: 17.03.2026" };
  const [day, month, year] = match.slice(1).map(Number) as [number, number, number];
  const name = months[month - 1];
  if (name === undefined) return { complaint: `${month}. ay yok. Ay 1 ile 12 arasında olur.` };
  const last = lastDayOf(year, month);
  const two = (value: number) => String(value).padStart(2, "0");
  if (day < 1 || day > last) return { complaint: `${name} ${year} içinde ${day}. gün yok. Son günü ${two(last)}.${two(month)}.${year}` };
  return { iso: `${year}-${two(month)}-${two(day)}` };
}

export function writeDateText(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return match ? `${match[3]}.${match[2]}.${match[1]}` : iso;
}
