// What training and production must never do, proved with a real listener and a real start (architecture.md, "Modes").
import { spawn, spawnSync } from "node:child_process";
import { createServer as createHttpServer } from "node:http";
import { createServer, type Server } from "node:net";
import { text } from "node:stream/consumers";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listDemoAccounts } from "../../lib/access/contract.ts";
import { emailChannel } from "../../lib/circulars/server/channels/email.ts";
import { kepSmtpChannel } from "../../lib/circulars/server/channels/kep-smtp.ts";
import { configuredSigner } from "../../lib/circulars/server/signer/configured-signer.ts";
import { instanceEnv } from "../../scripts/instance-env.mjs";
import { decideMode } from "../../scripts/mode.mjs";
import { inspectServer } from "../../scripts/server.mjs";
import { bffWith } from "../support/bff.ts";
import { createDatabase, ownerSql } from "../support/database.ts";

let listener: Server;
let port = 0;
let connections = 0;

beforeAll(async () => {
  listener = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  port = (listener.address() as { port: number }).port;
});
afterAll(() => new Promise((resolve) => listener.close(resolve)));

const message = (to: string) => ({ messageId: "<1@izin-masasi>", from: "il@hs01.kep.test", to, raw: Buffer.from("Subject: x\r\n\r\nx") });
const channelsIn = (mode: "demo" | "training" | "production") => [
  kepSmtpChannel({ smtpUrl: `smtp://127.0.0.1:${port}`, statusUrl: null, mode }),
  emailChannel({ smtpUrl: `smtp://127.0.0.1:${port}`, mode }),
];

describe("a production dump restored on a training server", () => {
  test("stops there: the row says production, the server says training", async () => {
    const { ownerUrl, applicationUrl } = await aDatabaseIn("production");
    const server = await inspectServer({ databaseUrl: applicationUrl, migrationUrl: ownerUrl, keptPassword: "" });
    const given = { recorded: server.recordedMode, isEmbedded: false, host: "127.0.0.1" };
    expect(server.recordedMode).toBe("production");
    expect(() => decideMode({ ...given, requested: "training" })).toThrow(/production installation.*nothing is started/);
  });

  test.each([
    "kurum@hs01.kep.tr",
    "kurum@aksaray.gov.tr",
    "a@b.test, kurum@hs01.kep.tr",
    "kurum@hs01.kep.tr\r\nRCPT TO:<a@b.test>",
    "kurum@x.test.tr",
  ])("sends nothing to %j even after the row was changed: no connection is opened", async (address) => {
    for (const mode of ["training", "demo"] as const) {
      for (const channel of channelsIn(mode)) {
        expect(await channel.submit(message(address))).toMatchObject({ kind: "refused" });
        await channel.close();
      }
    }
    expect(connections).toBe(0);
  });

  test("leads no transport away from this machine", () => {
    const given = {
      dataDir: "/nowhere",
      secrets: {},
      host: "127.0.0.1",
      port: 3_000,
      ports: { smtp: 1, http: 2, evidence: 3 },
      databaseUrl: "postgresql://x",
    };
    withVariable("KEP_SMTP_URL", "smtp://hs01.kep.tr:25", () => {
      expect(() => instanceEnv({ ...given, mode: "training" })).toThrow(/only a loopback address/);
    });
  });

  test("the listener was there to be reached", async () => {
    const [kep] = channelsIn("training");
    await kep?.submit(message("kurum@hs01.kep.test"));
    await kep?.close();
    expect(connections).toBeGreaterThan(0);
  });
});

describe("production", () => {
  test("has no transport, no signer and no sandbox that belong to the demo", () => {
    const given = {
      dataDir: "/nowhere",
      secrets: {},
      host: "0.0.0.0",
      port: 3_000,
      ports: { smtp: 1, http: 2, evidence: 3 },
      databaseUrl: "postgresql://x",
    };
    withVariable("KEP_SMTP_URL", "", () => {
      const made = withVariable("SIGNER", "", () => withVariable("LINK_KEY", "", () => instanceEnv({ ...given, mode: "production" })));
      expect(made).toMatchObject({ SIGNER: "none" });
      expect(Object.keys(made).filter((name) => name.startsWith("KEP_") || name === "LINK_KEY")).toEqual([]);
      withVariable("SIGNER", "test", () =>
        expect(() => instanceEnv({ ...given, mode: "production" })).toThrow(/cannot be used in production/),
      );
    });
  });

  test("cannot sign with the test key, whatever the environment says", async () => {
    expect(process.env.SIGNER).toBe("test");
    await expect(configuredSigner("production")).rejects.toMatchObject({ code: "mode_forbids" });
  });

  test("and training get no demo account: the seed refuses", async () => {
    for (const mode of ["production", "training"]) {
      const { ownerUrl, applicationUrl } = await aDatabaseIn(mode);
      const result = spawnSync(process.execPath, ["--conditions=react-server", "prisma/seed.ts"], {
        encoding: "utf8",
        env: { ...process.env, MIGRATION_DATABASE_URL: ownerUrl, DATABASE_URL: applicationUrl, INSTALLATION_MODE: mode },
      });
      expect(result.status, mode).not.toBe(0);
      expect(result.stderr).toContain("demo data belongs to the demo only");
    }
  });
});

describe("demo", () => {
  test("runs on the embedded database and on loopback only", () => {
    const demo = { requested: "demo", recorded: null, isEmbedded: true, host: "127.0.0.1" };
    expect(decideMode(demo)).toBe("demo");
    for (const host of ["0.0.0.0", "::", "10.1.2.3", "izin.example"]) expect(() => decideMode({ ...demo, host })).toThrow(/demo runs only/);
    expect(() => decideMode({ ...demo, isEmbedded: false })).toThrow(/demo runs only/);
  });

  test("alone shows accounts, passwords and codes", async () => {
    const shown = await bffWith().call(listDemoAccounts, {});
    expect(shown.password).not.toBeNull();
    await ownerSql("UPDATE installation SET mode = 'training'");
    const rows = await ownerSql("SET ROLE izin_base; SELECT * FROM demo_last_steps(); RESET ROLE").finally(() => ownerSql("RESET ROLE"));
    await ownerSql("UPDATE installation SET mode = 'demo'");
    expect([rows].flat(2).filter((row) => row && "username" in row)).toEqual([]);
  });
});

describe("the smoke run", () => {
  test.each(["training", "production"])("refuses a %s installation before it signs anybody in", async (mode) => {
    const asked: string[] = [];
    const server = createHttpServer((request, response) => {
      asked.push(request.url ?? "");
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ mode, password: null, accounts: [] }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port: webPort } = server.address() as { port: number };
    const smoke = spawn(process.execPath, ["--conditions=react-server", "scripts/smoke.ts", "--url", `http://127.0.0.1:${webPort}`]);
    const [output, code] = await Promise.all([
      Promise.all([text(smoke.stdout), text(smoke.stderr)]),
      new Promise<number | null>((resolve) => smoke.on("close", resolve)),
    ]);
    server.close();
    expect(code).not.toBe(0);
    expect(output.join("")).toContain(mode);
    expect(new Set(asked)).toEqual(new Set(["/api/access/demo-accounts"]));
  });
});

async function aDatabaseIn(mode: string): Promise<{ ownerUrl: string; applicationUrl: string }> {
  const database = await createDatabase();
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("UPDATE installation SET mode = $1", [mode]);
  await owner.end();
  return database;
}

function withVariable<T>(name: string, value: string, work: () => T): T {
  const before = process.env[name];
  process.env[name] = value;
  try {
    return work();
  } finally {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  }
}
