// Prisma's schema engine as WebAssembly over the `pg` driver: no binary is downloaded, and the same code serves the
// Prisma command line (schema-engine.mjs) and the migrations of a start (migrate.mjs).
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { parseIntoClientConfig } from "pg-connection-string";

const catalogueChar = 18;
const text = 25;

// The engine reports a panic through this global and cannot run without it.
globalThis.PRISMA_WASM_PANIC_REGISTRY ??= {
  set_message(message) {
    console.error("schema engine panic:", message);
  },
};

let loading;
const openShadows = new Set();

/**
 * Opens the engine on a database; `schemaFiles` are `[path, text]` pairs where a schema is to be compared. `close` ends
 * the connections, which the engine itself forgets and whose advisory lock would keep out the next one.
 */
export async function openEngine(url, schemaFiles) {
  loading ??= loadEngine();
  await loading;
  const connections = [];
  const factory = bindMigrationAwareSqlAdapterFactory(migrationFactory(url, connections));
  const engine = await bindings.SchemaEngine.new({ datamodels: schemaFiles }, () => {}, factory);
  engine.errorRegistry = factory.errorRegistry;
  async function close() {
    engine.free();
    await Promise.all(connections.map((connection) => connection.dispose()));
  }
  return { engine, close };
}

/** Drops the shadow databases of this process: the engine does not wait for their disposal itself. */
export async function dropShadows() {
  await Promise.all([...openShadows].map((drop) => drop()));
}

async function loadEngine() {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const { instance } = await WebAssembly.instantiate(await readFile(path.join(folder, "schema_engine_bg.wasm")), {
    "./schema_engine_bg.js": bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

function migrationFactory(url, connections) {
  const { database, ...server } = parseIntoClientConfig(url);
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    async connect() {
      const connection = await connect({ ...server, database });
      connections.push(connection);
      return connection;
    },
    connectToShadowDb: () => connectToShadow(server, database),
  };
}

async function connectToShadow(server, database) {
  const shadow = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
  await runAlone({ ...server, database }, `CREATE DATABASE "${shadow}"`);
  const drop = () => runAlone({ ...server, database }, `DROP DATABASE IF EXISTS "${shadow}" WITH (FORCE)`);
  openShadows.add(drop);
  const adapter = await connect({ ...server, database: shadow });
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await drop();
    openShadows.delete(drop);
  };
  return adapter;
}

async function runAlone(config, sql) {
  const client = new pg.Client(config);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/**
 * The stock adapter splits scripts on ";" (which breaks functions and literals) and has no mapping for the catalogue
 * type "char": both are replaced here. A script is one simple query on one connection, as with the native engine.
 */
async function connect(config) {
  const charColumns = new Map();
  const factory = new PrismaPg({ ...config, max: 1, idleTimeoutMillis: 0, Client: catalogueClient(charColumns) });
  const adapter = await factory.connect();
  adapter.executeScript = async (script) => {
    try {
      await adapter.client.query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const column of charColumns.get(query.sql) ?? []) result.columnTypes[column] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

/** A client that presents "char" columns as text and remembers which they were. */
function catalogueClient(charColumns) {
  function remember(sql, result) {
    for (const [index, field] of (result?.fields ?? []).entries()) {
      if (field.dataTypeID !== catalogueChar) continue;
      field.dataTypeID = text;
      charColumns.set(sql, (charColumns.get(sql) ?? new Set()).add(index));
    }
    return result;
  }
  return class extends pg.Client {
    query(...args) {
      const sql = args[0]?.text ?? args[0];
      const callback = typeof args.at(-1) === "function" ? args.pop() : null;
      if (callback) return super.query(...args, (error, result) => callback(error, remember(sql, result)));
      return super.query(...args).then((result) => remember(sql, result));
    }
  };
}
