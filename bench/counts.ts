// S2: exact counts over HTTP beside the same count as bare SQL, for every kind of filter the list offers.
import type pg from "pg";
import { load } from "./http-load.ts";
import { percentile, timed } from "./timings.ts";

type Place = { owner: pg.Client; baseUrl: string; headers: Record<string, string>; provinces: number[] };

const today = new Date().toISOString().slice(0, 10);
const in90 = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
const inForce = `status = 'registered' AND valid_from <= '${today}' AND (valid_to >= '${today}' OR valid_to IS NULL)`;

/** The filter as the address has it, and as anybody would write it in SQL. */
const filters: [string, string][] = [
  ["", "TRUE"],
  ["kind=fixed_term", "kind = 'fixed_term'"],
  ["state=in_force", inForce],
  ["state=expired", `status = 'registered' AND valid_to < '${today}'`],
  ["state=cancelled", "status = 'cancelled'"],
  ["nationality=SYR", "nationality = 'SYR'"],
  ["nationality=GEO,TKM,UZB", "nationality IN ('GEO', 'TKM', 'UZB')"],
  ["sector=I", "sector = 'I'"],
  ["occupation=51", "occupation LIKE '51%'"],
  ["expiringIn=90", `${inForce} AND valid_to <= '${in90}'`],
  ["startFrom=2024-01-01&startTo=2024-12-31", "valid_from BETWEEN '2024-01-01' AND '2024-12-31'"],
  ["registeredFrom=2025-01-01", "registered_at >= '2025-01-01T00:00:00+03:00'"],
  ["state=in_force&sector=I&nationality=SYR", `${inForce} AND sector = 'I' AND nationality = 'SYR'`],
];

async function overHttp({ baseUrl, headers }: Place, query: string): Promise<number> {
  const response = await fetch(`${baseUrl}/api/permits/count?${query}`, { headers });
  if (!response.ok) throw new Error(`${query} answered ${response.status}`);
  return ((await response.json()) as { total: number }).total;
}

type Measured = { what: string; own: number; bare: number };

/** A count that differs from the bare SQL's ends the run. */
async function measure(place: Place, [query, condition]: [string, string], province: number | null): Promise<Measured> {
  const address = [query, province === null ? "" : `province=${province}`].filter(Boolean).join("&");
  const where = `${condition} AND ${province === null ? "TRUE" : `province_id = ${province}`}`;
  const count = async () => Number((await place.owner.query(`SELECT count(*) FROM permit WHERE ${where}`)).rows[0].count);
  const [own, bare] = [await overHttp(place, address), await count()];
  if (own !== bare) throw new Error(`${address}: ${own} over HTTP, ${bare} in the database`);
  return { what: address, own: await timed(() => overHttp(place, address)), bare: await timed(count) };
}

function print(name: string, goal: number, found: Measured[]): void {
  const share = (pick: (one: Measured) => number, part: number) => percentile(found.map(pick), part).toFixed(1);
  const slowest = found.toSorted((one, other) => other.own - one.own)[0];
  console.log(
    `S2 ${name}: p50 ${share((one) => one.own, 0.5)} ms, p95 ${share((one) => one.own, 0.95)} ms (goal ≤ ${goal}); bare SQL p50 ${share((one) => one.bare, 0.5)} ms, p95 ${share((one) => one.bare, 0.95)} ms; ${found.length} counts, slowest ${slowest?.what} ${slowest?.own.toFixed(0)} ms`,
  );
}

export async function counts(place: Place): Promise<void> {
  const inProvinces: Measured[] = [];
  for (const province of place.provinces) for (const filter of filters) inProvinces.push(await measure(place, filter, province));
  const country: Measured[] = [];
  for (const filter of filters) country.push(await measure(place, filter, null));
  print(`the ${place.provinces.length} largest provinces`, 60, inProvinces);
  print("the largest province", 60, inProvinces.slice(0, filters.length));
  print("the country", 300, country);
  for (const by of ["province", "employer", "nationality"]) {
    const url = `${place.baseUrl}/api/permits/expiring?by=${by}&province=${place.provinces[0]}`;
    const { p50, p99 } = await load({ url, headers: place.headers }, { connections: 1, seconds: 1 });
    console.log(`Radar of the largest province by ${by}: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (goal ≤ 100)`);
  }
}
