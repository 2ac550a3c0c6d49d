import { tmpdir } from "node:os";
import path from "node:path";

/** Every key of a test run is the same 32 bytes: nothing here is worth protecting. */
const key = Buffer.alloc(32, 7).toString("base64");

/** The whole environment of `lib/platform/config/env.ts` with values for tests; no address leads anywhere. */
export function testEnvironment({ directory = path.join(tmpdir(), "izin-masasi-tests"), name = "unit" } = {}): Record<string, string> {
  return {
    HOST: "127.0.0.1",
    PORT: "1",
    PUBLIC_URL: "http://127.0.0.1:1",
    DATABASE_URL: "postgresql://nobody:nothing@127.0.0.1:1/nowhere",
    INSTALLATION_MODE: "demo",
    SESSION_SECRET: key,
    LINK_KEY: key,
    DATA_KEY: key,
    NVI_KEY: key,
    PTT_KEY: key,
    SIGNER: "test",
    SIGNER_DIR: path.join(directory, "signer", process.env.VITEST_POOL_ID ?? "0"),
    KEP_SMTP_URL: "smtp://127.0.0.1:1",
    EMAIL_SMTP_URL: "smtp://127.0.0.1:1",
    KEP_STATUS_URL: "http://127.0.0.1:1",
    AUDIT_ANCHOR_FILE: path.join(directory, `anchors-${name}.jsonl`),
    DEMO_PERMITS: "300",
    LOG_LEVEL: "fatal",
  };
}
