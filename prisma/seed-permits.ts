// The demo's permits: invented persons with numbers nobody has. A few are brought in by one transaction, millions by
// threads into bare tables. A later run with a larger number adds what is missing.
import { Worker } from "node:worker_threads";
import type pg from "pg";
import { employerTokensOf, tokensOf } from "../lib/permits/name-tokens.ts";
import { makeWrappedKey, type WrappedKey } from "../lib/platform/crypto/field-cipher.ts";
import { bareTables, rebuildTables } from "./permits/bare-tables.ts";
import { type BlockOrder, blockCopier, copyText } from "./permits/copy-blocks.ts";
import { employerCountFor, employerWords, seedEmployer } from "./permits/employers.ts";
import { madeName, madeNameCount, peoples, surnameFor, surnamesOf } from "./permits/names.ts";
import { blockSize } from "./permits/permit-block.ts";

/** From here on dropping and building indexes costs less than keeping them. */
const bareFrom = 20_000;
/** Numbers given by the system begin at 9,000,001. */
const mostPermits = 7_900_000;

export type PermitSeed = { url: string; dataKey: Uint8Array; permits: number; threads: number; now: Date };

export async function seedPermits(client: pg.Client, seed: PermitSeed): Promise<void> {
  if (seed.permits > mostPermits) throw new Error(`the demo holds at most ${mostPermits} permits`);
  const { rows } = await client.query("SELECT mode FROM installation");
  if (rows[0]?.mode !== "demo") throw new Error("demo data belongs to the demo only");
  await rebuildTables(client);
  const blocks = missingBlocks(await lastSeeded(client), seed.permits);
  if (blocks.length === 0) return;
  if (seed.permits < bareFrom) return await seedAtOnce(client, seed, blocks);
  await client.query("BEGIN");
  const order = await prepareOrder(client, seed);
  await client.query("COMMIT");
  await bareTables(client);
  await copyByThreads(seed, order, blocks);
  await rebuildTables(client);
  await client.query(
    "VACUUM (ANALYZE) permit, permit_identity, permit_application, permit_event, holder_token, employer, employer_token, name_token",
  );
}

async function seedAtOnce(client: pg.Client, seed: PermitSeed, blocks: Block[]): Promise<void> {
  await client.query("BEGIN");
  const copy = blockCopier(await prepareOrder(client, seed));
  for (let at = 0; at < blocks.length; at += 5) await copy(client, blocks.slice(at, at + 5));
  await client.query("COMMIT");
  await client.query(
    "ANALYZE permit, permit_identity, permit_application, permit_event, holder_token, employer, employer_token, name_token",
  );
}

type Block = { block: number; count: number };

/** How many demo permits there are: their numbers run without gaps from 1,000,001. */
async function lastSeeded(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    "SELECT coalesce(max(number::int) - 1000000, 0) AS last FROM permit WHERE is_demo AND number ~ '^[1-8][0-9]{6}$'",
  );
  return rows[0].last;
}

function missingBlocks(present: number, wanted: number): Block[] {
  const blocks: Block[] = [];
  for (let block = Math.ceil(present / blockSize); block * blockSize < wanted; block += 1) {
    blocks.push({ block, count: Math.min(blockSize, wanted - block * blockSize) });
  }
  return blocks;
}

async function prepareOrder(client: pg.Client, seed: PermitSeed): Promise<BlockOrder> {
  const keys = await dataKeys(client, seed.dataKey);
  const tokens = await writeTokens(client);
  const employerCount = employerCountFor(seed.permits);
  await writeEmployers(client, employerCount, tokens);
  return { keys, dataKey: seed.dataKey, tokens, employerCount, now: seed.now };
}

async function dataKeys(client: pg.Client, dataKey: Uint8Array): Promise<WrappedKey[]> {
  const read = async () => (await client.query<WrappedKey>("SELECT id, wrapped FROM data_key ORDER BY id")).rows;
  const known = await read();
  if (known.length > 0) return known.map(({ id, wrapped }) => ({ id, wrapped: new Uint8Array(wrapped) }));
  await client.query("INSERT INTO data_key (wrapped) VALUES ($1)", [makeWrappedKey(dataKey)]);
  return (await read()).map(({ id, wrapped }) => ({ id, wrapped: new Uint8Array(wrapped) }));
}

/** Every word that the demo's names and titles can have, so that threads need not ask. */
async function writeTokens(client: pg.Client): Promise<Map<string, number>> {
  const words = new Set<string>();
  const add = (text: string) => {
    for (const token of tokensOf(text)) words.add(token);
  };
  for (const [code, people] of Object.entries(peoples)) {
    add(`${people.female} ${people.male}`);
    for (const surname of surnamesOf(code)) add(`${surname} ${surnameFor(surname, true)}`);
  }
  for (let index = 0; index < madeNameCount; index += 1) add(`${madeName(index)} ${madeName(index)}ov ${madeName(index)}ova`);
  for (const title of employerWords()) add(title);
  await client.query("INSERT INTO name_token (folded) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING", [[...words]]);
  const { rows } = await client.query<{ id: number; folded: string }>("SELECT id, folded FROM name_token WHERE folded = ANY ($1)", [
    [...words],
  ]);
  return new Map(rows.map(({ id, folded }) => [folded, id]));
}

async function writeEmployers(client: pg.Client, wanted: number, tokens: ReadonlyMap<string, number>): Promise<void> {
  const { rows } = await client.query("SELECT count(*)::int AS present FROM employer WHERE is_demo AND tax_number LIKE '000%'");
  const employers: string[] = [];
  const words: string[] = [];
  for (let index = rows[0].present; index < wanted; index += 1) {
    const { id, provinceId, taxNumber, workplaceNumber, title, sector, sizeBand } = seedEmployer(index);
    employers.push(`${[id, provinceId, taxNumber, workplaceNumber, title, sector, sizeBand, "t"].join("\t")}\n`);
    for (const token of employerTokensOf(title)) words.push(`${tokens.get(token)}\t${provinceId}\t${id}\n`);
  }
  await copyText(client, "employer", "id, province_id, tax_number, workplace_number, title, sector, size_band, is_demo", employers);
  await copyText(client, "employer_token", "token_id, province_id, employer_id", words);
}

/** Hands out five blocks at a time, so that threads of unlike speed end together. */
async function copyByThreads(seed: PermitSeed, order: BlockOrder, blocks: Block[]): Promise<void> {
  let next = 0;
  let done = 0;
  const take = () => {
    const some = blocks.slice(next, next + 5);
    next += 5;
    return some.length > 0 ? some : null;
  };
  const runThread = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL("./permits/copy-worker.ts", import.meta.url), { workerData: { url: seed.url, order } });
      worker.on("message", (said: string) => {
        if (said === "done") done += 5;
        if (said === "done" && done % 500 === 0) console.log(`${done * blockSize} permits`);
        worker.postMessage(take());
      });
      worker.once("error", reject);
      worker.once("exit", () => resolve());
    });
  await Promise.all(Array.from({ length: seed.threads }, runThread));
}
