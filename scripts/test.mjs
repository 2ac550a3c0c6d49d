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
  await Promise.all(lanesOf(part).map(inTurn));
  if (!running.isStopping) console.log(`\n${total.passed} passed, ${total.failed} failed`);
  await stop(total.failed > 0 || total.passed === 0 ? 1 : 0);
} catch (error) {
  printFailure(error);
  await stop(1);
}

/**
 * What runs beside what: the integration tests wait for the clock half of their time, in which the tree is checked, built
 * and opened in a browser. Only the first lane speaks while it runs; the others say it all at their end.
 */
function lanesOf(chosen) {
  const browserTests = { name: "browser tests", run: runBrowserTests };
  if (chosen === "e2e") return [[browserTests]];
  if (chosen) return [[{ name: `${chosen} tests`, run: runVitest }]];
  const vitest = { name: "unit, architecture and integration tests", run: runVitest };
  return [[vitest, { name: "checks", run: checkTree }], [browserTests]];
}

async function inTurn(lane) {
  for (const { name, run } of lane) await counted(name, run);
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
  // In a whole run the checks beside it read the arrows and the file rules already.
  const selection = part ? ["--project", part] : ["--exclude", "tests/architecture/arrows.test.ts"];
  const args = [
    "node_modules/vitest/vitest.mjs",
    "run",
    ...selection,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  // In a whole run others write beside it, so it must not redraw what it has written.
  const env = part ? {} : { CI: "true" };
  const { code } = await runProgram(nodePath(), [...args, ...filters], { env, show: true });
  return vitestCounts({ file, code, isWhole: !part });
}

async function runBrowserTests() {
  const [{ provideBrowser }, { runProgram }] = await Promise.all([import("./browser.mjs"), import("./steps.mjs")]);
  const browser = await provideBrowser();
  await buildWeb();
  if (running.isStopping) return { passed: 0, failed: 0 };
  running.instance = await openTestInstance();
  running.instance.ready.catch(() => {});
  try {
    const instance = await running.instance.ready;
    const file = path.join(results, "playwright.json");
    // A trace keeps every page as it stood, at a tenth of the time: whoever looks for a reason runs this part alone.
    const trace = part ? [] : ["--trace", "off"];
    const args = ["node_modules/@playwright/test/cli.js", "test", ...trace, ...filters];
    const env = { ...instance, PLAYWRIGHT_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const { code, stdout, stderr } = await runProgram(nodePath(), args, { env, show: Boolean(part) });
    if (!part) process.stdout.write(`\n${stdout}${stderr}\n`);
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
