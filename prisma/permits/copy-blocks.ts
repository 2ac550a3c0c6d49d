// Brings blocks of permits into the database over one connection.

import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { fieldCipherOf, type WrappedKey } from "../../lib/platform/crypto/field-cipher.ts";
import { ByteSink } from "./byte-sink.ts";
import { addPermit, type CopyTable, copyColumns } from "./copy-rows.ts";
import { type SeedEmployer, seedEmployer } from "./employers.ts";
import { nameTokens } from "./name-words.ts";
import { blockSize, seedBlock } from "./permit-block.ts";

/** What a worker is told; all of it may be sent to another thread. */
export type BlockOrder = {
  keys: readonly WrappedKey[];
  dataKey: Uint8Array;
  employerCount: number;
  now: Date;
};
export type Block = { block: number; count: number };

export async function copyText(client: pg.ClientBase, table: string, columns: string, text: string | Buffer): Promise<void> {
  await pipeline(Readable.from([text]), client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`)));
}

/** A function that makes the permits of some blocks and copies them in one transaction. */
export function blockCopier(order: BlockOrder, client: pg.ClientBase): (blocks: readonly Block[]) => Promise<void> {
  const cipher = fieldCipherOf(order.keys, order.dataKey);
  const words = nameTokens(client);
  const byProvince = employersByProvince(order.employerCount);
  const tables = Object.entries(copyColumns) as [CopyTable, string][];
  const sinks = Object.fromEntries(tables.map(([table]) => [table, new ByteSink()])) as Record<CopyTable, ByteSink>;
  const target = { sinks, cipher, tokensOf: words.tokensOf, now: order.now.getTime() };
  return async (blocks) => {
    const permits = blocks.flatMap(({ block, count }) =>
      seedBlock(block, (province) => byProvince.get(province) ?? [], order.now, Math.min(count, blockSize)),
    );
    await words.write(permits.map(({ person }) => person));
    for (const permit of permits) addPermit(target, permit);
    await client.query("BEGIN");
    for (const [table, columns] of tables) await copyText(client, table, columns, sinks[table].take());
    await client.query("COMMIT");
  };
}

function employersByProvince(count: number): ReadonlyMap<number, SeedEmployer[]> {
  const byProvince = new Map<number, SeedEmployer[]>();
  for (let index = 0; index < count; index += 1) {
    const employer = seedEmployer(index);
    const others = byProvince.get(employer.provinceId);
    if (others) others.push(employer);
    else byProvince.set(employer.provinceId, [employer]);
  }
  return byProvince;
}
