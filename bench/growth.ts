/**
 * S13: S1, S3 and S4 at several sizes, side by side with their growth. Each directory holds one instance that was seeded before
 * (`DATA_DIR=… npm run seed -- --permits N`); one after the other is started, measured by the benches themselves and stopped.
 * `node_modules/.bin/node bench/growth.ts DATA_DIR DATA_DIR DATA_DIR`, the smallest first
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { load } from "./surroundings.ts";

const directories = process.argv.slice(2);
if (directories.length < 2) throw new Error("name two data directories or more, the smallest first");

type Size = { permits: string; figures: Record<string, number> };

/**
 * What each bench prints, and where in it the figure stands. Milliseconds, but for the rate. Statistics come first: they wait
 * for the copy, and by their end the sweeps of a new start are done as well.
 */
const benches: { script: string; args: string[]; permits: RegExp; figures: [string, RegExp][] }[] = [
  {
    script: "bench/statistics.ts",
    args: ["--cuts", "150", "--clicks", "40", "--beside", "0", "--painted", "0"],
    permits: /Statistics at ([\d,]+) permits/,
    figures: [
      ["S4 random cut, p50 ms", /S4 \d+ random cuts over HTTP: p50 ([\d.]+)/],
      ["S4 random cut, p95 ms", /S4 \d+ random cuts over HTTP: .*?p95 ([\d.]+)/],
      ["S5 whole page over HTTP, p95 ms", /S5 \d+ clicks.*over HTTP.*p95 ([\d.]+)/],
    ],
  },
  {
    script: "bench/list.ts",
    args: ["--rounds", "3", "--provinces", "1"],
    permits: /of ([\d,]+) permits/,
    figures: [
      ["S1 page of 50, % of the empty route", /S1 ratio: (\d+) %/],
      ["S1 page of 50, p50 ms", /S1 the list: .*p50 ([\d.]+) ms/],
      ["S1 page of 50, p99 ms", /S1 the list: .*p99 ([\d.]+) ms/],
    ],
  },
  {
    script: "bench/search.ts",
    args: [],
    permits: /S3 at (\d+) permits/,
    figures: [
      ["S3 whole number, p95 ms", /^country: whole number .*p95 +([\d.]+)/m],
      ["S3 number prefix, p95 ms", /^country: number prefix .*p95 +([\d.]+)/m],
      ["S3 mistyped name, p95 ms", /^country: mistyped name .*p95 +([\d.]+)/m],
    ],
  },
];

/** An address of another instance in the environment would lead this one astray. */
const led = [
  "DATABASE_URL",
  "MIGRATION_DATABASE_URL",
  "DIRECT_DATABASE_URL",
  "PUBLIC_URL",
  "PORT",
  "SESSION_SECRET",
  "LINK_KEY",
  "DATA_KEY",
];

function envOf(directory: string): NodeJS.ProcessEnv {
  const own = { ...process.env, DATA_DIR: directory };
  return Object.fromEntries(Object.entries(own).filter(([name]) => !led.includes(name))) as NodeJS.ProcessEnv;
}

async function started(directory: string) {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: envOf(directory),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ready = new Promise<void>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (part: Buffer) => {
      said += part;
      if (/^ready: /m.test(said)) resolve();
    });
    child.once("exit", (code: number | null) => reject(new Error(`the instance in ${directory} ended with ${code}: ${said}`)));
  });
  await ready;
  return async () => {
    child.removeAllListeners("exit");
    const exit = once(child, "exit");
    child.kill("SIGTERM");
    await exit;
  };
}

async function printed(script: string, args: string[], directory: string): Promise<string> {
  const child = spawn(process.execPath, ["scripts/with-node.mjs", script, ...args], {
    env: envOf(directory),
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (part: Buffer) => {
    said += part;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${script} in ${directory} ended with ${code}: ${said}`);
  return said;
}

function figureIn(said: string, pattern: RegExp): string {
  const figure = pattern.exec(said)?.[1];
  if (figure === undefined) throw new Error(`${pattern} is not in: ${said}`);
  return figure;
}

async function measured(directory: string): Promise<Size> {
  const stop = await started(directory);
  try {
    const size: Size = { permits: "", figures: {} };
    for (const { script, args, permits, figures } of benches) {
      const said = await printed(script, args, directory);
      size.permits = Number(figureIn(said, permits).replaceAll(",", "")).toLocaleString("en");
      for (const [name, pattern] of figures) size.figures[name] = Number(figureIn(said, pattern));
    }
    return size;
  } finally {
    await stop();
  }
}

const sizes: Size[] = [];
console.log(`S13 at ${directories.length} sizes, load ${load()}`);
for (const directory of directories) sizes.push(await measured(directory));
const line = (name: string, cells: string[]) => console.log(`${name.padEnd(38)}${cells.map((cell) => cell.padStart(14)).join("")}`);
line("permits", [...sizes.map(({ permits }) => permits), "growth"]);
for (const name of Object.keys(sizes[0]?.figures ?? {})) {
  const found = sizes.map(({ figures }) => figures[name] ?? Number.NaN);
  line(name, [...found.map(String), `${((found.at(-1) ?? Number.NaN) / (found[0] ?? Number.NaN)).toFixed(2)} ×`]);
}
console.log(`load at the end ${load()}`);
