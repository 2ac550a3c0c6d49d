// A demo instance of its own for the browser tests, started exactly as `npm start` starts one: empty data directory,
// embedded database, any free port. What the operator has in the environment or in .env is kept out of it.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { progress, SetupError } from "./console.mjs";
import { closeTestData, openTestData } from "./test-data.mjs";
import { nodePath, root } from "./tree.mjs";

const ofTheOperator =
  /^(DATABASE_URL|DIRECT_DATABASE_URL|MIGRATION_DATABASE_URL|INSTALLATION_MODE|HOST|PORT|PUBLIC_URL|NODE_ENV|SIGNER.*|KEP_.*|EMAIL_.*|EVIDENCE_.*|AUDIT_ANCHOR_FILE|SESSION_SECRET|LINK_KEY|DATA_KEY|CARD_CODE_KEYS|NVI_.*|PTT_KEY|LOG_LEVEL|NEXTAUTH_.*)$/;

/**
 * `ready` resolves with what the tests are told: address, owner's database, files. `stop` may be called at any moment,
 * also before it is ready.
 */
export async function openTestInstance() {
  const directory = await openTestData("e2e");
  const child = spawn(nodePath(), ["scripts/start.mjs"], {
    cwd: root,
    env: instanceEnvironment(directory),
    stdio: ["ignore", "pipe", "inherit"],
    detached: process.platform !== "win32",
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  return { ready: readyInstance(child, ended, directory), stop: () => stopInstance(child, ended, directory) };
}

async function readyInstance(child, ended, directory) {
  const url = await Promise.race([readyAddress(child), ended.then(() => null)]);
  if (!url) throw new SetupError("The instance for the browser tests did not start.");
  const { ownerUrl, env } = JSON.parse(readFileSync(path.join(directory, "instance.json"), "utf8"));
  const { SESSION_SECRET, KEP_STATUS_URL = "" } = env;
  return { BASE_URL: url, E2E_OWNER_URL: ownerUrl, E2E_DIRECTORY: directory, E2E_SESSION_SECRET: SESSION_SECRET, KEP_STATUS_URL };
}

async function stopInstance(child, ended, directory) {
  child.kill("SIGTERM");
  await ended;
  await closeTestData(directory);
}

/** Named but empty, so that a .env of the operator does not fill them in again. */
function instanceEnvironment(directory) {
  const named = ["DATABASE_URL", "DIRECT_DATABASE_URL", "MIGRATION_DATABASE_URL", "INSTALLATION_MODE", "HOST", "PORT", "PUBLIC_URL"];
  const ports = ["KEP_SMTP_URL", "KEP_STATUS_URL", "EMAIL_SMTP_URL", "EMAIL_RETURN_ADDRESS"];
  const sandbox = ["KEP_SANDBOX_SMTP_PORT", "KEP_SANDBOX_EMAIL_PORT", "KEP_SANDBOX_HTTP_PORT", "KEP_SANDBOX_DIR"];
  const others = [
    "EVIDENCE_SMTP_PORT",
    "EVIDENCE_IMAP_URL",
    "SIGNER",
    "SIGNER_DIR",
    "AUDIT_ANCHOR_FILE",
    "SESSION_SECRET",
    "LINK_KEY",
    "DATA_KEY",
  ];
  const own = Object.entries(process.env).filter(([name]) => !ofTheOperator.test(name));
  const empty = [...named, ...ports, ...sandbox, ...others].map((name) => [name, ""]);
  return { ...Object.fromEntries(own), ...Object.fromEntries(empty), DEMO_PERMITS: "3000", DATA_DIR: directory };
}

async function readyAddress(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /^ready: (\S+)$/.exec(line) ?? [];
    if (url) {
      child.stdout.resume();
      return url;
    }
    if (line.startsWith("[")) progress(`instance: ${line.replace(/^\[[^\]]*\] /, "")}`);
  }
  return null;
}
