import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EnvironmentError, readEnvironment } from "../../lib/platform/config/env.ts";

const key = Buffer.alloc(32, 7).toString("base64");
const complete = {
  PUBLIC_URL: "http://localhost:3000/",
  DATABASE_URL: "postgresql://izin_app:secret@127.0.0.1:5432/izin_masasi",
  SESSION_SECRET: key,
  LINK_KEY: key,
  DATA_KEY: key,
  AUDIT_ANCHOR_FILE: "anchors.log",
};

function refusalOf(source: Record<string, string | undefined>): string {
  try {
    readEnvironment(source);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
  }
  throw new Error("the environment was accepted");
}

test("a complete environment is read, and what may be left out has its default", () => {
  expect(readEnvironment(complete)).toMatchObject({ PORT: 3000, SIGNER: "none", PUBLIC_URL: "http://localhost:3000" });
});

test("every missing variable is named in one answer, an empty one counts as missing", () => {
  const refusal = refusalOf({ ...complete, LINK_KEY: undefined, PUBLIC_URL: "" });
  expect(refusal).toContain("LINK_KEY: is missing");
  expect(refusal).toContain("PUBLIC_URL: is missing");
});

test("a wrong value is explained without being repeated", () => {
  const refusal = refusalOf({ ...complete, DATA_KEY: "too-short-a-secret", DATABASE_URL: "mysql://root:secret@db/x" });
  expect(refusal).toContain("DATA_KEY: ");
  expect(refusal).toContain("DATABASE_URL: must be an address like postgresql://");
  expect(refusal).not.toContain("too-short-a-secret");
  expect(refusal).not.toContain("root:secret");
});

test(".env.example documents every variable the application reads", () => {
  const source = readFileSync("lib/platform/config/env.ts", "utf8");
  const names = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name);
  const documented = readFileSync(".env.example", "utf8");
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !new RegExp(`^${name}=`, "m").test(documented))).toEqual([]);
});
