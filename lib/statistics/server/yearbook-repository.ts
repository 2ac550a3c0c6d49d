import type { Reader } from "../../platform/db/reader.ts";
import { sql } from "../../platform/db/sql.ts";

type PublishedRow = { year: number; permits: number; source: string };

/** Of the country, published by the Ministry itself: there is no province in it, and no scope to keep. */
export async function findPublishedTotals(reader: Reader): Promise<Map<number, { permits: number; source: string }>> {
  const rows = await reader.rows<PublishedRow>(sql`SELECT year, permits, source FROM published_total ORDER BY year`);
  return new Map(rows.map(({ year, permits, source }) => [year, { permits, source }]));
}
