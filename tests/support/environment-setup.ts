// Runs in each test file's process before the file is imported. What a test prints as an error fails it.
import { afterEach, beforeEach, expect } from "vitest";
import { testEnvironment } from "./environment.ts";

Object.assign(process.env, testEnvironment());

const said: string[] = [];
const report = console.error;

beforeEach(() => {
  said.length = 0;
  console.error = (...words: unknown[]) => {
    said.push(words.map(String).join(" "));
    report(...words);
  };
});

afterEach(() => {
  console.error = report;
  expect(said, "console.error was called").toEqual([]);
});
