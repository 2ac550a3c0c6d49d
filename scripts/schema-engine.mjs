#!/usr/bin/env node
// Stands in for Prisma's native schema engine (PRISMA_SCHEMA_ENGINE_BINARY points here): the command line's JSON-RPC
// over standard input, answered by the WebAssembly engine. `prisma migrate dev|diff|status|reset` work through it.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import pg from "pg";
import { dropShadows, openEngine } from "./engine.mjs";

const engineVersion = "0edf323efd1d98336f3f0a68684b56f689b900d3";
const args = process.argv.slice(2);

if (args.includes("--version")) console.log(`schema-engine-cli ${engineVersion}`);
else if (args.includes("cli")) process.exitCode = await runDatabaseCommand(args[args.indexOf("cli") + 1]);
else await serveRequests();
process.exit();

function optionValue(name) {
  return args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
}

function databaseUrl() {
  return JSON.parse(optionValue("--datasource") ?? "{}").url ?? process.env.DATABASE_URL;
}

async function runDatabaseCommand(command) {
  const url = new URL(databaseUrl());
  const database = decodeURIComponent(url.pathname.slice(1));
  if (command !== "can-connect-to-database") url.pathname = "/postgres";
  const client = new pg.Client(url.href);
  try {
    await client.connect();
    const name = client.escapeIdentifier(database);
    if (command === "create-database") await client.query(`CREATE DATABASE ${name}`);
    if (command === "drop-database") await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    logLine({ message: "Connection successful" });
    return 0;
  } catch (error) {
    const isMissing = error.code === "3D000";
    logLine({ message: error.message, is_panic: false, error_code: isMissing ? "P1003" : "P1001" });
    return 1;
  } finally {
    await client.end().catch(() => {});
  }
}

function logLine(fields) {
  const line = { timestamp: new Date().toISOString(), level: "ERROR", target: "schema_engine::logger", fields };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

async function serveRequests() {
  let engine;
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line);
    if (!method) continue; // The command line confirms that it has printed.
    try {
      engine ??= (await openEngine(databaseUrl(), schemaFiles())).engine;
      answer({ id, result: (await call(engine, id, method, params)) ?? null });
    } catch (error) {
      answer({ id, error: rpcError(error) });
    }
  }
  await dropShadows().catch(() => {});
}

function schemaFiles() {
  const given = args.flatMap((arg, index) => (arg === "--datamodels" ? args[index + 1].split(",") : []));
  const files = given.filter((file) => file && file !== "None");
  return files.length > 0 ? files.map((file) => [file, readFileSync(file, "utf8")]) : undefined;
}

async function call(engine, id, method, params) {
  const result = await engine[method === "getDatabaseVersion" ? "version" : method](params);
  if (method !== "diff" || result.stdout == null) return result;
  answer({ id: 1000 + id, method: "print", params: { content: result.stdout } });
  return { exitCode: result.exitCode };
}

function answer(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

function rpcError(error) {
  const message = error?.message ?? String(error);
  return {
    code: 4466,
    message: "An error happened. Check the data field for details.",
    data: {
      is_panic: false,
      message,
      meta: error?.meta ?? { full_error: message },
      error_code: error?.code ?? error?.error_code ?? null,
    },
  };
}
