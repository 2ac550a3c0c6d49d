// One thread of a large demo: asks for blocks, brings them in, each answer a transaction of its own.
import { parentPort, workerData } from "node:worker_threads";
import pg from "pg";
import { type Block, type BlockOrder, blockCopier } from "./copy-blocks.ts";

const { url, order } = workerData as { url: string; order: BlockOrder };
const client = new pg.Client({ connectionString: url });
await client.connect();
await client.query("SET synchronous_commit = off");
const copy = blockCopier(order, client);

parentPort?.on("message", async (blocks: Block[] | null) => {
  if (blocks === null) {
    await client.end();
    parentPort?.close();
    return;
  }
  await copy(blocks);
  parentPort?.postMessage(blocks.length);
});
parentPort?.postMessage(0);
