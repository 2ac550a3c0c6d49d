// The arrows between rooms, read from the imports themselves. A cruise that read no TypeScript proves nothing and
// must not pass: dependency-cruiser does exactly that, in silence, when it cannot load the compiler.
import { existsSync } from "node:fs";
import path from "node:path";
import { runProgram } from "./steps.mjs";
import { nodePath, root } from "./tree.mjs";

const rooms = ["app", "components", "lib", "prisma", "scripts", "bench", "tests", "proxy.ts"];

/** How many TypeScript modules were read, and a line for each import against the arrows. */
export async function cruiseArrows() {
  const places = rooms.filter((room) => existsSync(path.join(root, room)));
  const program = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const result = await runProgram(nodePath(), [program, "--config", ".dependency-cruiser.cjs", "--output-type", "json", ...places]);
  if (!result.stdout.startsWith("{")) return { moduleCount: 0, violations: [`${result.stdout}${result.stderr}`.trim()] };
  const { modules, summary } = JSON.parse(result.stdout);
  return { moduleCount: modules.filter(isOurTypeScript).length, violations: summary.violations.map(describeViolation) };
}

function isOurTypeScript({ source }) {
  return /\.tsx?$/.test(source) && !source.includes("node_modules/") && !source.startsWith("prisma/generated/");
}

function describeViolation({ rule, from, to, via }) {
  const through = via?.length ? ` (through ${via.map((step) => step.name ?? step).join(" → ")})` : "";
  return `${rule.name}: ${from} → ${to}${through}`;
}
