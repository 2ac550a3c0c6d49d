// The baseline of an import: the database's own COPY of the same rows, in the same server, in the same minute.
import { createReadStream, createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { timed } from "./timings.ts";

/** Seconds for the file's own cells as text into one table without any index or rule. */
export function copyFile(ownerUrl: string, file: Uint8Array, columnCount: number): Promise<number> {
  const columns = Array.from({ length: columnCount }, (_, index) => `c${index} text`);
  return withConnection(ownerUrl, async (client) => {
    await client.query(`CREATE TABLE bare_cells (${columns.join(", ")})`);
    const milliseconds = await timed(() =>
      pipeline(Readable.from([file]), client.query(copyFrom("COPY bare_cells FROM STDIN (FORMAT csv, DELIMITER ';', HEADER)"))),
    );
    await client.query("DROP TABLE bare_cells");
    return milliseconds / 1_000;
  });
}

/** The file's numbers have nine digits and begin with 5; those of the demo are shorter. */
export const isOfTheFile = "number >= '5' AND number < '6' AND length(number) = 9";
const permits = `permit_id IN (SELECT id FROM permit WHERE ${isOfTheFile})`;

/** What an import writes for its permits, and how its rows are found again. */
const written: Record<string, string> = {
  permit_application: `id IN (SELECT application_id FROM permit WHERE ${isOfTheFile})`,
  permit: isOfTheFile,
  permit_identity: permits,
  permit_event: permits,
  holder_token: permits,
};

/** Seconds for the finished records, row for row, into copies of the tables with all their indexes, checks and the exclusion. */
export function copyRecords(ownerUrl: string, directory: string): Promise<number> {
  return withConnection(ownerUrl, async (client) => {
    let seconds = 0;
    for (const [table, condition] of Object.entries(written)) {
      const spool = path.join(directory, `${table}.copy`);
      await pipeline(client.query(copyTo(`COPY (SELECT * FROM ${table} WHERE ${condition}) TO STDOUT`)), createWriteStream(spool));
      await client.query(`CREATE TABLE copied_${table} (LIKE ${table} INCLUDING ALL)`);
      const into = client.query(copyFrom(`COPY copied_${table} FROM STDIN`));
      seconds += (await timed(() => pipeline(createReadStream(spool), into))) / 1_000;
      await client.query(`DROP TABLE copied_${table}`);
      await rm(spool);
    }
    return seconds;
  });
}

async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
