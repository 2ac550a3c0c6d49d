// The web process: the standalone build, or `next dev` after `--dev`. Both end when the supervisor is gone.
import { spawn } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./tree.mjs";

process.env.HOSTNAME = process.env.HOST;
if (process.argv.includes("--dev")) serveDevelopment();
else await serveStandalone();

async function serveStandalone() {
  const isOurs = (address) => address?.port === Number(process.env.PORT);
  subscribe("tracing:net.server.listen:asyncEnd", ({ server }) => isOurs(server.address()) && process.send?.("ready"));
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  await import(pathToFileURL(path.join(root, ".next/standalone/server.js")).href);
}

function serveDevelopment() {
  const next = path.join(root, "node_modules/next/dist/bin/next");
  const args = [next, "dev", "--hostname", process.env.HOST, "--port", process.env.PORT];
  const child = spawn(process.execPath, args, { stdio: "inherit", env: { ...process.env, NODE_ENV: "development" } });
  child.once("exit", (code) => process.exit(code ?? 1));
  for (const event of ["disconnect", "SIGTERM", "SIGINT"]) process.on(event, () => child.kill("SIGTERM"));
}
