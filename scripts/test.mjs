// npm test: from a bare clone to one closing line. `npm test -- unit|integration|e2e [filter]` runs a part.
import { rmSync } from "node:fs";
import path from "node:path";
import { printFailure, progress, SetupError } from "./console.mjs";
import { stopPrograms } from "./steps.mjs";
import { openTestInstance } from "./test-instance.mjs";
import { playwrightCounts, vitestCounts } from "./test-results.mjs";
import { buildWeb, nodePath, prepareTree, root } from "./tree.mjs";

const parts = ["unit", "integration", "e2e"];
const [part, ...filters] = process.argv.slice(2);
const results = path.join(root, ".data/test-results");
const total = { passed: 0, failed: 0 };
const running = { instance: null, isStopping: false };

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(130));

try {
  if (part && !parts.includes(part)) throw new SetupError(`npm test -- ${parts.join("|")} [filter]: ${part} is none of them.`);
  await prepareTree();
  rmSync(results, { recursive: true, force: true });
  if (!part) await counted("checks", checkTree);
  if (part !== "e2e") await counted(part ? `${part} tests` : "unit, architecture and integration tests", runVitest);
  if (!part || part === "e2e") await counted("browser tests", runBrowserTests);
  if (!running.isStopping) console.log(`\n${total.passed} passed, ${total.failed} failed`);
  await stop(total.failed > 0 || total.passed === 0 ? 1 : 0);
} catch (error) {
  printFailure(error);
  await stop(1);
}

/** Counts a part into the total, and nothing once we have been told to stop. A part that cannot even begin is one failure, not a missing line: what comes after it still runs. */
async function counted(name, run) {
  if (running.isStopping) return;
  progress(name);
  const startedAt = performance.now();
  try {
    const { passed, failed } = await run();
    if (running.isStopping) return;
    total.passed += passed;
    total.failed += failed;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
    progress(`${name}: ${passed} passed, ${failed} failed, in ${seconds} s`);
  } catch (error) {
    if (running.isStopping) return;
    printFailure(error);
    total.failed += 1;
    progress(`${name}: could not run`);
  }
}

async function checkTree() {
  const { runChecks } = await import("./check.mjs");
  return await runChecks();
}

async function runVitest() {
  const { runProgram } = await import("./steps.mjs");
  const file = path.join(results, "vitest.json");
  const selection = part ? ["--project", part] : [];
  const args = [
    "node_modules/vitest/vitest.mjs",
    "run",
    ...selection,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const { code } = await runProgram(nodePath(), [...args, ...filters], { show: true });
  return vitestCounts({ file, code, isWhole: !part });
}

async function runBrowserTests() {
  const [{ provideBrowser }, { runProgram }] = await Promise.all([import("./browser.mjs"), import("./steps.mjs")]);
  const browser = await provideBrowser();
  await buildWeb();
  running.instance = await openTestInstance();
  running.instance.ready.catch(() => {});
  try {
    const instance = await running.instance.ready;
    const file = path.join(results, "playwright.json");
    const args = ["node_modules/@playwright/test/cli.js", "test", ...filters];
    const env = { ...instance, PLAYWRIGHT_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const { code } = await runProgram(nodePath(), args, { env, show: true });
    return playwrightCounts({ file, code, isWhole: !part });
  } finally {
    await running.instance.stop();
  }
}

async function stop(code) {
  if (running.isStopping) return;
  running.isStopping = true;
  await stopPrograms();
  await running.instance?.stop();
  if (code !== 130) process.exit(code);
  // What vitest was not given the time to stop is stopped as what an earlier run left behind.
  const { sweepTestData } = await import("./test-data.mjs");
  await sweepTestData();
  process.exit(code);
}
