// npm run check: everything about the tree that can be known without running it, in seconds.
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { cruiseArrows } from "./arrows.mjs";
import { printFailure, progress } from "./console.mjs";
import { checkFiles } from "./file-rules.mjs";
import { runProgram, stopPrograms } from "./steps.mjs";
import { nodePath, prepareTree, root } from "./tree.mjs";

const checks = [
  { name: "names, lengths and words of files", find: files },
  {
    name: "format and lint",
    find: () => tool("biome", ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "--max-diagnostics=60", "."]),
  },
  { name: "arrows between rooms", find: arrows },
  { name: "dead files, exports and dependencies", find: () => tool("knip", ["node_modules/knip/bin/knip.js", "--no-progress"]) },
  { name: "types", find: types },
];

/** Runs every check, prints a line for each and what it found, and counts them. */
export async function runChecks() {
  const results = await Promise.all(checks.map(runCheck));
  return { passed: results.filter((ok) => ok).length, failed: results.filter((ok) => !ok).length };
}

async function runCheck({ name, find }) {
  const found = await find();
  if (found) console.error(`\n${found}\n`);
  progress(`${found ? "FAILED" : "passed"}: ${name}`);
  return !found;
}

/** What the tool printed when it refused, else nothing. */
async function tool(name, args) {
  const result = await runProgram(nodePath(), args);
  return result.code === 0 ? "" : `${result.stdout}${result.stderr}`.trim() || `${name} ended with ${result.code}`;
}

async function types() {
  // By the native compiler, in a third of the time; what reads a compiler's API still needs the one before it. Several
  // threads would each know every type anew: twice the work, which the checks beside it need too.
  // Next writes the types of its routes; without them a wrong link or page signature would pass.
  const generated = await tool("next typegen", ["node_modules/next/dist/bin/next", "typegen"]);
  return (
    generated || (await tool("tsc", ["node_modules/typescript-native/bin/tsc", "--noEmit", "--incremental", "false", "--singleThreaded"]))
  );
}

async function arrows() {
  const { moduleCount, violations } = await cruiseArrows();
  if (moduleCount === 0) violations.push("no TypeScript module was read: the check proves nothing");
  return violations.join("\n");
}

async function files() {
  const { fileCount, violations } = checkFiles();
  if (fileCount === 0) violations.push("no file was read: the check proves nothing");
  return violations.join("\n");
}

async function main() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, async () => {
      await stopPrograms();
      process.exit(130);
    });
  }
  // A tree that has packages keeps them: a check must not reinstall under someone's running server.
  if (!existsSync(path.join(root, "node_modules"))) await prepareTree();
  const { passed, failed } = await runChecks();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  await main().catch((error) => {
    printFailure(error);
    process.exitCode = 1;
  });
}
