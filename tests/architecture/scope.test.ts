// Row scope twice: every look-up of a table that belongs to provinces names the scope itself; the policy only proves it
// (quality.md, T1; architecture.md, "Scope twice").
import { describe, expect, test } from "vitest";
import { Prisma } from "../../prisma/generated/client.ts";
import { sourcesIn } from "../support/sources.ts";

const sources = sourcesIn("lib").filter(({ file }) => file.includes("/server/"));

/** What reads or changes rows by another key than the scope, and why it may. */
const exempt: Record<string, string> = {
  "lib/circulars/server/received-evidence.ts": "evidence has no province before it is matched; runs in the country's scope",
  "lib/circulars/server/sweeps.ts": "finds what is late in the whole country, then acts in each row's province",
  "lib/audit/server/repository.ts": "the sealer reads events of every province by its own role",
};

const scopedModels = new Set(
  Object.values(Prisma.ModelName).filter(
    (name) => "provinceId" in ((Prisma as unknown as Record<string, object>)[`${name}ScalarFieldEnum`] ?? {}),
  ),
);
const scopedTables = [...scopedModels].map((name) =>
  name === "User" ? "user_account" : name.replace(/(?<=.)[A-Z]/g, (letter) => `_${letter}`).toLowerCase(),
);

/** From the opening bracket at `start` to its partner. */
function bracketed(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (depth === 0) return text.slice(start, at + 1);
  }
  return text.slice(start);
}

const namesScope =
  /scopeWhere|scopeSql|accountsWhere|accountsSql|rowsWhere|rowsSql|condition\(|\bprovinceId: null\b|province_id = \$\{row\.provinceId\}|\bwhere\b\s*[,}]/;

function prismaLookUps(text: string): string[] {
  const calls = text.matchAll(/tx\.(\w+)\.(?:find\w+|count|update\w*|delete\w*|aggregate|groupBy)(?=\()/g);
  return [...calls]
    .filter(([, model = ""]) => scopedModels.has((model.slice(0, 1).toUpperCase() + model.slice(1)) as Prisma.ModelName))
    .map((call) => bracketed(text, call.index + call[0].length))
    .filter((call) => !namesScope.test(call));
}

function sqlLookUps(text: string): string[] {
  const tables = new RegExp(`\\b(?:FROM|JOIN|UPDATE|DELETE FROM)\\s+(?:${scopedTables.join("|")})\\b`);
  return [...text.matchAll(/\$(?:queryRaw|executeRaw)(?:<[^`]*>)?`([^`]*(?:`[^`]*`[^`]*)*?)`;/g)]
    .map(([, sql = ""]) => sql)
    .filter((sql) => tables.test(sql) && !namesScope.test(sql));
}

describe("a look-up outside the scope", () => {
  test("is looked for in every table that belongs to provinces", () => {
    expect(scopedTables).toEqual(expect.arrayContaining(["circular", "institution", "permit", "user_account"]));
    expect(sources.length).toBeGreaterThan(100);
  });

  test.each(sources.filter(({ file }) => !(file in exempt)).map(({ file, text }) => [file, text] as const))(
    "is not in %s",
    (_file, text) => {
      expect([...prismaLookUps(text), ...sqlLookUps(text)]).toEqual([]);
    },
  );
});

describe("the statistics' read model, which has no policies of its own", () => {
  const own = sourcesIn("lib", "app").filter(({ file }) => file !== "lib/statistics/server/column-store.ts");

  test("is opened in one file and fed in another, nowhere else", () => {
    const opening = own.filter(({ text }) => /from "[^"]*column-store\.ts"|@duckdb/.test(text)).map(({ file }) => file);
    expect(opening).toEqual(["lib/statistics/server/column-feed.ts", "lib/statistics/server/read-model.ts"]);
  });

  test("is asked with the asker's scope in every statement", () => {
    const asking = own.filter(({ text }) => /columnScope\(/.test(text)).map(({ file }) => file);
    expect(asking.toSorted()).toEqual([
      "lib/statistics/server/column-conditions.ts",
      "lib/statistics/server/column-scans.ts",
      "lib/statistics/server/count-permits.ts",
    ]);
    // Whoever writes a statement for the model is one of these.
    const writing = own.filter(({ text }) => /#store\.rows|model\.count\(|#store\.run/.test(text)).map(({ file }) => file);
    expect(writing.toSorted()).toEqual(["lib/statistics/server/count-permits.ts", "lib/statistics/server/read-model.ts"]);
  });
});
