import { mkdir, open, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Anchor } from "../chain.ts";

const Line = z.object({
  kind: z.enum(["daily", "head"]),
  at: z.iso.datetime(),
  position: z.string().regex(/^\d+$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Anchors in the order they were written; a line that is none is null. An absent file is null as a whole. */
export async function readAnchors(file: string): Promise<(Anchor | null)[] | null> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  return text.split("\n").filter(Boolean).map(readLine);
}

function readLine(line: string): Anchor | null {
  try {
    return Line.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** Written through to the disk: an anchor that a power cut takes away would look like a chain nobody anchored. */
export async function appendAnchor(file: string, anchor: Anchor): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(file, "a", 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(anchor)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
