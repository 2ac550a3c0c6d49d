// One thread of a large demo: asks for blocks, brings them in, each answer a transaction of its own.
import { parentPort, workerData } from "node:worker_threads";
import pg from "pg";
import { type BlockOrder, blockCopier } from "./copy-blocks.ts";

const { url, order } = workerData as { url: string; order: BlockOrder };
const copy = blockCopier(order);
const client = new pg.Client({ connectionString: url });
await client.connect();
await client.query("SET synchronous_commit = off");

parentPort?.on("message", async (blocks: { block: number; count: number }[] | null) => {
  if (blocks === null) {
    await client.end();
    parentPort?.close();
    return;
  }
  await client.query("BEGIN");
  await copy(client, blocks);
  await client.query("COMMIT");
  parentPort?.postMessage("done");
});
parentPort?.postMessage("ready");
