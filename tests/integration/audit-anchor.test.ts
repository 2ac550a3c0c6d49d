import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { visitor } from "../../lib/access/policy.ts";
import { record } from "../../lib/audit/server/record.ts";
import { sealPending } from "../../lib/audit/server/sealer.ts";
import { verifyTrail } from "../../lib/audit/server/verify.ts";
import { withScope } from "../../lib/platform/db/transaction.ts";

const anchorFile = process.env.AUDIT_ANCHOR_FILE ?? "";
const start = new Date("2026-11-23T06:00:00Z");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const tomorrow = 86_400;

async function write(count: number) {
  for (let index = 0; index < count; index += 1) {
    await withScope({ kind: "none" }, (db) =>
      record(
        { actor: visitor, db, now: start, requestId: "istek" },
        { action: "incoming_letter.filed", subjectKind: "incoming_letter", subjectId: "deneme", provinceId: 68, payload: { note: "" } },
      ),
    );
  }
}

test("the end of the chain is anchored once a minute, each day's first anchor as its daily root", async () => {
  for (const seconds of [0, 30, 90, 120, tomorrow]) {
    await write(2);
    await sealPending(later(seconds));
  }
  await sealPending(later(tomorrow + 300));
  const lines = (await readFile(anchorFile, "utf8")).trim().split("\n");
  const anchors = lines.map((line) => JSON.parse(line) as { kind: string; at: string });
  expect(anchors.map(({ kind, at }) => [kind, (Date.parse(at) - start.getTime()) / 1_000])).toEqual([
    ["daily", 0],
    ["head", 90],
    ["daily", tomorrow],
  ]);
  expect((await verifyTrail({ anchorFile, now: later(tomorrow + 301) })).faults).toEqual([]);
});
