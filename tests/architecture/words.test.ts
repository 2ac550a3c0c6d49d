import { describe, expect, test } from "vitest";
import { declaredEndpoints } from "../support/contract.ts";
import { sourcesIn } from "../support/sources.ts";

/** The glossary of domain.md has one English word for each thing; these are what people write instead. */
const synonyms: Record<string, string> = {
  announcement: "circular",
  bulletin: "circular",
  memo: "circular",
  mailing: "dispatch",
  receiver: "recipient",
  agency: "institution",
  organization: "institution",
  licence: "permit",
  license: "permit",
  township: "district",
  paraph: "initials",
  proof: "evidence",
};

const words = ["access", "audit", "institutions", "permits", "cards", "circulars", "statistics"];
const code = sourcesIn("app", "components", "lib", "prisma").filter(({ file }) => !file.startsWith("prisma/generated/"));

/** camelCase, PascalCase, kebab-case and snake_case taken apart. */
function partsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z]+/);
}

const synonymsIn = (name: string): string[] => partsOf(name).filter((part) => (part.endsWith("s") ? part.slice(0, -1) : part) in synonyms);

describe("one word for one thing", () => {
  test("no file is named by a synonym", () => {
    expect(code.filter(({ file }) => synonymsIn(file).length > 0).map(({ file }) => file)).toEqual([]);
  });

  test("nothing exported is named by a synonym", () => {
    const exported = code.flatMap(({ file, text }) =>
      [...text.matchAll(/^export (?:async )?(?:function|const|type|class) (\w+)/gm)].map(([, name = ""]) => ({ file, name })),
    );
    expect(exported.length).toBeGreaterThan(100);
    expect(exported.filter(({ name }) => synonymsIn(name).length > 0)).toEqual([]);
  });

  test("no address, operation or permission is named by a synonym", async () => {
    const endpoints = await declaredEndpoints();
    const named = endpoints.map(({ endpoint: { name, path, permission } }) => `${name} ${path} ${permission}`);
    expect(named.filter((line) => synonymsIn(line).length > 0)).toEqual([]);
  });

  test("lib and components hold the seven words and what has none", () => {
    const rooms = new Set(code.filter(({ file }) => /^(lib|components)\//.test(file)).map(({ file }) => file.split("/")[1] ?? ""));
    expect([...rooms].filter((room) => ![...words, "platform", "worker", "search", "ui", "charts", "shell"].includes(room))).toEqual([]);
  });
});
