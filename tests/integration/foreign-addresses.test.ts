import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { warnOfForeignAddresses } from "../../lib/worker/foreign-addresses.ts";
import { aksaray, start } from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { anInstitution } from "../support/directory.ts";

const kept = globalThis as typeof globalThis & { logger?: pino.Logger };
const lines: string[] = [];

beforeAll(() => {
  kept.logger = pino({ level: "warn" }, { write: (line: string) => lines.push(line) });
});
afterAll(() => {
  delete kept.logger;
});

test("a worker of the demo says nothing: every address ends in .test", async () => {
  expect(await warnOfForeignAddresses(start)).toBe(0);
  expect(lines).toEqual([]);
});

test("a worker outside production names in one line how many real addresses its database holds", async () => {
  await anInstitution({
    provinceId: aksaray,
    name: "Gerçek Kurumu",
    channels: [
      { kind: "kep", address: "kurum@hs01.kep.tr" },
      { kind: "email", address: "kurum@test.gov.tr" },
      { kind: "hand", address: "Merkez Mah. 1" },
    ],
  });
  await ownerSql("UPDATE unit SET kep_address = 'il@hs01.kep.tr' WHERE province_id = $1", [aksaray]);
  const [units] = await ownerSql<{ count: number }>("SELECT count(*)::int AS count FROM unit WHERE province_id = $1", [aksaray]);
  const expected = 2 + (units?.count ?? 0);
  expect(await warnOfForeignAddresses(start)).toBe(expected);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ level: 40, addresses: expected }]);
});
