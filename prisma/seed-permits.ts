// The demo's permits: invented persons with numbers nobody has. A few are brought in by one transaction, millions by
// threads into bare tables. A later run with a larger number adds what is missing.
import { Worker } from "node:worker_threads";
import type pg from "pg";
import { employerTokensOf } from "../lib/permits/name-tokens.ts";
import { makeWrappedKey, type WrappedKey } from "../lib/platform/crypto/field-cipher.ts";
import { bareTables, rebuildTables } from "./permits/bare-tables.ts";
import { type Block, type BlockOrder, blockCopier, copyText } from "./permits/copy-blocks.ts";
import { employerCountFor, employerWords, seedEmployer } from "./permits/employers.ts";
import { tokenIds } from "./permits/name-words.ts";
import { blockSize } from "./permits/permit-block.ts";

/** From here on dropping and building indexes costs less than keeping them. */
const bareFrom = 20_000;
/** Blocks of a thread's next transaction: few, so that what is made dies young. */
const handedOut = 2;
/** Numbers given by the system begin at 9,000,001. */
const mostPermits = 7_900_000;

export type PermitSeed = { url: string; dataKey: Uint8Array; permits: number; threads: number; now: Date };

export async function seedPermits(client: pg.Client, seed: PermitSeed): Promise<void> {
  if (seed.permits > mostPermits) throw new Error(`the demo holds at most ${mostPermits} permits`);
  const { rows } = await client.query("SELECT mode FROM installation");
  if (rows[0]?.mode !== "demo") throw new Error("demo data belongs to the demo only");
  await rebuildTables(client, seed.url);
  const blocks = missingBlocks(await seededBlocks(client), seed.permits);
  if (blocks.length === 0) return;
  await client.query("BEGIN");
  const order = await prepareOrder(client, seed);
  await client.query("COMMIT");
  if (blocks.length * blockSize < bareFrom) return await seedInPlace(client, order, blocks);
  await bareTables(client);
  await copyByThreads(seed, order, blocks);
  await rebuildTables(client, seed.url);
  await client.query("VACUUM (ANALYZE) employer, employer_token, name_token");
}

async function seedInPlace(client: pg.Client, order: BlockOrder, blocks: Block[]): Promise<void> {
  const copy = blockCopier(order, client);
  for (let at = 0; at < blocks.length; at += handedOut) await copy(blocks.slice(at, at + handedOut));
  await client.query(
    "ANALYZE permit, permit_identity, permit_application, permit_event, holder_token, employer, employer_token, name_token",
  );
}

/** Threads end their blocks in any order, so a run that was cut off leaves gaps. */
async function seededBlocks(client: pg.Client): Promise<ReadonlySet<number>> {
  const { rows } = await client.query<{ block: number }>(
    `SELECT DISTINCT (number::int - 1000001) / ${blockSize} AS block FROM permit WHERE is_demo AND number ~ '^[1-8][0-9]{6}$'`,
  );
  return new Set(rows.map(({ block }) => block));
}

function missingBlocks(present: ReadonlySet<number>, wanted: number): Block[] {
  const blocks: Block[] = [];
  for (let block = 0; block * blockSize < wanted; block += 1) {
    if (!present.has(block)) blocks.push({ block, count: Math.min(blockSize, wanted - block * blockSize) });
  }
  return blocks;
}

async function prepareOrder(client: pg.Client, seed: PermitSeed): Promise<BlockOrder> {
  const keys = await dataKeys(client, seed.dataKey);
  const employerCount = employerCountFor(seed.permits);
  await writeEmployers(client, employerCount);
  return { keys, dataKey: seed.dataKey, employerCount, now: seed.now };
}

async function dataKeys(client: pg.Client, dataKey: Uint8Array): Promise<WrappedKey[]> {
  const read = async () => (await client.query<WrappedKey>("SELECT id, wrapped FROM data_key ORDER BY id")).rows;
  const known = await read();
  if (known.length > 0) return known.map(({ id, wrapped }) => ({ id, wrapped: new Uint8Array(wrapped) }));
  await client.query("INSERT INTO data_key (wrapped) VALUES ($1)", [makeWrappedKey(dataKey)]);
  return (await read()).map(({ id, wrapped }) => ({ id, wrapped: new Uint8Array(wrapped) }));
}

async function writeEmployers(client: pg.Client, wanted: number): Promise<void> {
  const tokens = await tokenIds(client, new Set(employerWords().flatMap(employerTokensOf)));
  // By their ids: what people have registered since has demo numbers as well.
  const { rows } = await client.query<{ id: string }>("SELECT id FROM employer WHERE is_demo AND tax_number LIKE '000%'");
  const present = new Set(rows.map(({ id }) => id));
  const employers: string[] = [];
  const words: string[] = [];
  for (let index = 0; index < wanted; index += 1) {
    const { id, provinceId, taxNumber, workplaceNumber, title, sector, sizeBand } = seedEmployer(index);
    if (present.has(id)) continue;
    employers.push(`${[id, provinceId, taxNumber, workplaceNumber, title, sector, sizeBand, "t"].join("\t")}\n`);
    for (const token of employerTokensOf(title)) words.push(`${tokens.get(token)}\t${provinceId}\t${id}\n`);
  }
  await copyText(
    client,
    "employer",
    "id, province_id, tax_number, workplace_number, title, sector, size_band, is_demo",
    employers.join(""),
  );
  await copyText(client, "employer_token", "token_id, province_id, employer_id", words.join(""));
}

/** Hands out a few blocks at a time, so that threads of unlike speed end together. */
async function copyByThreads(seed: PermitSeed, order: BlockOrder, blocks: Block[]): Promise<void> {
  let next = 0;
  let done = 0;
  const take = () => {
    const some = blocks.slice(next, next + handedOut);
    next += handedOut;
    return some.length > 0 ? some : null;
  };
  const runThread = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL("./permits/copy-worker.ts", import.meta.url), { workerData: { url: seed.url, order } });
      worker.on("message", (copied: number) => {
        const before = done;
        done += copied;
        if (Math.floor(done / 500) > Math.floor(before / 500)) console.log(`${done * blockSize} permits`);
        worker.postMessage(take());
      });
      worker.once("error", reject);
      worker.once("exit", () => resolve());
    });
  await Promise.all(Array.from({ length: seed.threads }, runThread));
}
