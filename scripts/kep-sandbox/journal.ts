import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";

export type Journal = { entries: unknown[]; append(entry: unknown): void; close(): void };

/** An append-only file of JSON lines; without a directory nothing is kept. Each line is written before its deed is answered. */
export function openJournal(directory: string | null): Journal {
  if (directory === null) return { entries: [], append: () => {}, close: () => {} };
  mkdirSync(directory, { recursive: true });
  const path = join(directory, "journal.jsonl");
  const entries = existsSync(path) ? readWholeLines(path) : [];
  const file = openSync(path, "a");
  return {
    entries,
    append: (entry) => void writeSync(file, `${JSON.stringify(entry)}\n`),
    close: () => closeSync(file),
  };
}

/** A crash may leave half a line at the end: it was never answered, and it must not spoil the next one. */
function readWholeLines(path: string): unknown[] {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) truncateSync(path, end);
  const lines = bytes.toString("utf8", 0, end).split("\n");
  return lines.filter((line) => line !== "").map((line): unknown => JSON.parse(line));
}
