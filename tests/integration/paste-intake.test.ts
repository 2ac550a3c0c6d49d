import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { cleanPage } from "../../lib/institutions/distribution-page.ts";
import { matchDistribution } from "../../lib/institutions/server/match-distribution.ts";
import { seedInstitutions } from "../../prisma/seed-institutions.ts";
import { aksaray } from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { anActor, anInstitution, now, runAs } from "../support/directory.ts";

const officer = anActor("provincial_officer", aksaray);
const neighbour = anActor("provincial_officer", 42);
let foreign = "";

beforeAll(async () => {
  foreign = await anInstitution({ provinceId: 42, name: "Eskil Kaymakamlığı" });
  await anInstitution({ provinceId: aksaray, name: "Kapanan Kaymakamlığı", closedAt: now });
});

test("the seed letter's scanned page finds its 24 institutions in the province's directory, in order", async () => {
  const page = cleanPage(readFileSync(new URL("../unit/fixtures/seed-letter-ocr.txt", import.meta.url), "utf8"));
  const { lines, institutions } = await runAs(officer, matchDistribution, { text: page });
  const names = new Map(institutions.map(({ id, name }) => [id, name]));
  expect(lines.map(({ choices, grade }) => [names.get(choices[0]?.institutionId ?? ""), grade])).toEqual(
    seedInstitutions.map(({ name }) => [name, "certain"]),
  );
});

test("a province matches against its own directory alone, and never against a closed institution", async () => {
  const text = "Eskil Kaymakamlığına\nKapanan Kaymakamlığına";
  const own = await runAs(officer, matchDistribution, { text });
  expect(own.lines.map(({ grade }) => grade)).toEqual(["certain", "none"]);
  expect(own.institutions.every(({ id, provinceId }) => id !== foreign && provinceId === aksaray)).toBe(true);
  const other = await runAs(neighbour, matchDistribution, { text });
  expect(other.lines[0]).toMatchObject({ grade: "certain", choices: [{ institutionId: foreign }] });
});

test("whoever has no province is refused, and reading a page leaves no trace", async () => {
  await expect(runAs(anActor("ministry_officer", null), matchDistribution, { text: "Eskil" })).rejects.toMatchObject({ code: "forbidden" });
  const [before] = await ownerSql<{ count: number }>("SELECT count(*)::int AS count FROM audit_event");
  await runAs(officer, matchDistribution, { text: "Eskil Kaymakamlığına" });
  const [after] = await ownerSql<{ count: number }>("SELECT count(*)::int AS count FROM audit_event");
  expect(after).toEqual(before);
});
