// The environment that web, worker and sandbox run in: what the operator gave, completed by what the mode allows.
import path from "node:path";
import { SetupError } from "./console.mjs";
import { isLoopback } from "./mode.mjs";

/** What is to be added to this process's environment for the children. */
export function instanceEnv({ mode, dataDir, secrets, host, port, ports, databaseUrl }) {
  const publicUrl = given("PUBLIC_URL") ?? (mode === "production" ? undefined : `http://localhost:${port}`);
  const env = {
    NODE_ENV: "production",
    HOST: host,
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    DATABASE_URL: databaseUrl,
    INSTALLATION_MODE: mode,
    ...secretsFor(mode, secrets),
    SIGNER: signerFor(mode),
    SIGNER_DIR: given("SIGNER_DIR") ?? path.join(dataDir, "signer"),
    AUDIT_ANCHOR_FILE: given("AUDIT_ANCHOR_FILE") ?? path.join(dataDir, "audit-anchors.log"),
    ...(mode === "demo" ? { NVI_MONTHLY_CAPACITY: given("NVI_MONTHLY_CAPACITY") ?? "4000" } : {}),
    ...(mode === "production" ? {} : sandboxEnv(dataDir, ports)),
  };
  return withoutGaps({ ...env, NEXTAUTH_URL: env.PUBLIC_URL, NEXTAUTH_SECRET: env.SESSION_SECRET });
}

/** Whether the sandbox is the transport: always, unless the operator runs one of their own on loopback. */
export function needsSandbox(mode) {
  return mode !== "production" && !given("KEP_SMTP_URL");
}

function secretsFor(mode, secrets) {
  const { SESSION_SECRET, LINK_KEY, DATA_KEY } = secrets;
  // In production several machines must share them, so a key made on one of them would be a trap.
  const made = mode === "production" ? {} : { SESSION_SECRET, LINK_KEY, DATA_KEY };
  return Object.fromEntries(["SESSION_SECRET", "LINK_KEY", "DATA_KEY"].map((name) => [name, given(name) ?? made[name]]));
}

function signerFor(mode) {
  const signer = given("SIGNER") ?? (mode === "production" ? "none" : "test");
  if (mode === "production" && signer === "test") {
    throw new SetupError("SIGNER is test: the test signature is not a signature in law and cannot be used in production.");
  }
  return signer;
}

/** Outside production nothing may leave this machine; the channel checks it again just before it connects. */
function sandboxEnv(dataDir, ports) {
  for (const name of ["KEP_SMTP_URL", "KEP_STATUS_URL", "EMAIL_SMTP_URL"]) {
    if (given(name) && !isLoopback(new URL(given(name)).hostname)) {
      throw new SetupError(`${name} leads away from this machine; outside production only a loopback address is allowed.`);
    }
  }
  return {
    KEP_SANDBOX_SMTP_PORT: String(ports.smtp),
    KEP_SANDBOX_EMAIL_PORT: String(ports.email),
    KEP_SANDBOX_HTTP_PORT: String(ports.http),
    KEP_SANDBOX_DIR: given("KEP_SANDBOX_DIR") ?? path.join(dataDir, "kep-sandbox"),
    KEP_SMTP_URL: given("KEP_SMTP_URL") ?? `smtp://127.0.0.1:${ports.smtp}`,
    KEP_STATUS_URL: given("KEP_STATUS_URL") ?? `http://127.0.0.1:${ports.http}`,
    // Only where the sandbox runs, which with a KEP server of the operator's own it does not.
    EMAIL_SMTP_URL: given("EMAIL_SMTP_URL") ?? (given("KEP_SMTP_URL") ? undefined : `smtp://127.0.0.1:${ports.email}`),
    EVIDENCE_SMTP_PORT: String(ports.evidence),
  };
}

function given(name) {
  return process.env[name] || undefined;
}

function withoutGaps(env) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
}
