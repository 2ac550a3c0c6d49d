// A Chromium for the browser tests: one that is here, else Playwright's own download, else Debian's package. What
// counts is that it opens a page; the mere presence of a file proves nothing (a snap's stub, missing libraries).
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { progress, SetupError } from "./console.mjs";
import { runProgram } from "./steps.mjs";
import { nodePath, root, toolEnv } from "./tree.mjs";

/** No sandbox because root has none in a container, no background traffic because a test must not depend on it. */
export const browserArgs = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-sync",
  "--no-first-run",
];

// The bare shell first: the same engine without a desktop's windows, and a fifth less work.
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const applications = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];
const playwright = path.join(root, "node_modules/@playwright/test/cli.js");
const minutes = (count) => count * 60_000;

/** The path of a browser that works, or "" for Playwright's own; announces in one line how it was found. */
export async function provideBrowser() {
  for (const way of [installedBrowser, ownBrowser, downloadedBrowser, debianBrowser]) {
    const found = await way();
    if (!found) continue;
    progress(`browser: ${found.version} (${found.from})`);
    return found.executablePath;
  }
  throw new SetupError(
    "No browser could be found or installed for the browser tests. Install Chromium or Google Chrome, for example by\n" +
      "  npx playwright install --with-deps chromium\n" +
      "  apt-get update && apt-get install -y --no-install-recommends chromium   (Debian, as root)\n" +
      "or set PLAYWRIGHT_CHROMIUM to the path of one.",
  );
}

async function installedBrowser() {
  const chosen = process.env.PLAYWRIGHT_CHROMIUM;
  if (chosen) {
    const version = await opens(chosen);
    if (!version) throw new SetupError(`PLAYWRIGHT_CHROMIUM is ${chosen}, which does not start.`);
    return { executablePath: chosen, version, from: "PLAYWRIGHT_CHROMIUM" };
  }
  const onPath = names.flatMap((name) => (process.env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, name)));
  for (const executablePath of [...onPath, ...applications].filter((file) => existsSync(file))) {
    const version = await opens(executablePath);
    if (version) return { executablePath, version, from: "installed" };
  }
  return null;
}

async function ownBrowser() {
  const version = await opens("");
  return version ? { executablePath: "", version, from: "downloaded earlier by Playwright" } : null;
}

async function downloadedBrowser() {
  progress("browser: none installed, downloading one (playwright install chromium)");
  const result = await runProgram(nodePath(), [playwright, "install", "chromium"], { timeout: minutes(3) });
  const version = result.code === 0 ? await opens("") : null;
  if (version) return { executablePath: "", version, from: "downloaded by Playwright" };
  progress("browser: the download did not give a browser that starts");
  return null;
}

async function debianBrowser() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync("apt-get", ["--version"]).status !== 0) return null;
  progress("browser: installing Debian's package (apt-get install chromium)");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const steps = [["update"], ["install", "-y", "--no-install-recommends", "chromium"]];
  for (const args of steps) {
    const result = await runProgram("apt-get", args, { env, timeout: minutes(5) });
    if (result.code === 0) continue;
    progress(`browser: apt-get ${args[0]} failed: ${result.stderr.trim().split("\n").at(-1)}`);
    return null;
  }
  return await installedBrowser();
}

/** The version of the browser at this path if it opens a page, else null. Another process, so that none is left here. */
async function opens(executablePath) {
  const script = `
    import { chromium } from "@playwright/test";
    const browser = await chromium.launch(${JSON.stringify({ executablePath: executablePath || undefined, args: browserArgs, timeout: 20_000 })});
    const page = await browser.newPage();
    await page.goto("data:text/html,ok");
    console.log("Chromium " + browser.version());
    await browser.close();`;
  const result = spawnSync(nodePath(), ["--input-type=module", "--eval", script], { cwd: root, env: toolEnv(), encoding: "utf8" });
  return result.status === 0 ? result.stdout.trim() : null;
}
