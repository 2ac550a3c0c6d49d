import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type Source = { file: string; text: string };

/** Our source files below a room, for tests that read the code itself. */
export function sourcesIn(...rooms: string[]): Source[] {
  const existing = rooms.filter((room) => existsSync(path.join(root, room)));
  return existing.flatMap((room) =>
    readdirSync(path.join(root, room), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
      .map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") })),
  );
}
