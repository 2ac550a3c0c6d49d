// Brings blocks of permits into the database over one connection.

import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { fieldCipherOf, type WrappedKey } from "../../lib/platform/crypto/field-cipher.ts";
import { addPermit, type CopyTable, copyColumns, emptyRows } from "./copy-rows.ts";
import { type SeedEmployer, seedEmployer } from "./employers.ts";
import { blockSize, seedBlock } from "./permit-block.ts";

/** What a worker is told; all of it may be sent to another thread. */
export type BlockOrder = {
  keys: readonly WrappedKey[];
  dataKey: Uint8Array;
  tokens: ReadonlyMap<string, number>;
  employerCount: number;
  now: Date;
};

export async function copyText(client: pg.ClientBase, table: string, columns: string, rows: readonly string[]): Promise<void> {
  await pipeline(Readable.from([rows.join("")]), client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`)));
}

/** A function that makes the permits of a block and copies them, in the transaction its caller holds. */
export function blockCopier(
  order: BlockOrder,
): (client: pg.ClientBase, blocks: readonly { block: number; count: number }[]) => Promise<void> {
  const cipher = fieldCipherOf(order.keys, order.dataKey);
  const byProvince = new Map<number, SeedEmployer[]>();
  for (let index = 0; index < order.employerCount; index += 1) {
    const employer = seedEmployer(index);
    const others = byProvince.get(employer.provinceId);
    if (others) others.push(employer);
    else byProvince.set(employer.provinceId, [employer]);
  }
  return async (client, blocks) => {
    const rows = emptyRows();
    for (const { block, count } of blocks) {
      const permits = seedBlock(block, (province) => byProvince.get(province) ?? [], order.now, Math.min(count, blockSize));
      for (const permit of permits) addPermit({ rows, cipher, tokens: order.tokens }, permit);
    }
    for (const [table, columns] of Object.entries(copyColumns)) await copyText(client, table, columns, rows[table as CopyTable]);
  };
}
