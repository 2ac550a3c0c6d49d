import pino from "pino";
import { env } from "./config/env.ts";

const kept = globalThis as typeof globalThis & { logger?: pino.Logger };

/** Structured logs, one JSON line an event; secrets and links are cut out before they are written. */
export function log(): pino.Logger {
  kept.logger ??= pino({
    level: env.LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ["*.password", "*.token", "*.code", "*.cookie", "*.authorization"], censor: "[gizli]" },
  });
  return kept.logger;
}
