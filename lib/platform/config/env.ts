// The environment of one process, read once. It is read at the first use, not at import, because a build imports every
// route and has no environment yet. Each variable is explained in `.env.example`.
import "server-only";
import { z } from "zod";

const address = z.url({ protocol: /^https?$/, error: "must be an address beginning with http:// or https://" });
const database = z.url({ protocol: /^postgres(ql)?$/, error: "must be an address like postgresql://login:password@host:5432/database" });
const port = z.coerce.number().int().min(1).max(65_535);
const key = z.base64().refine((value) => Buffer.from(value, "base64").length === 32, "must be 32 bytes in base64: openssl rand -base64 32");
const partnerKey = z.string().regex(/^[\x21-\x7e]{32,500}$/, "must have at least 32 printable characters: openssl rand -base64 32");

const Environment = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  HOST: z.string().default("127.0.0.1"),
  PORT: port.default(3000),
  PUBLIC_URL: address.transform((value) => value.replace(/\/+$/, "")),
  DATABASE_URL: database,
  DIRECT_DATABASE_URL: database.optional(),
  MIGRATION_DATABASE_URL: database.optional(),
  INSTALLATION_MODE: z.enum(["demo", "training", "production"]).optional(),
  SESSION_SECRET: z.string().min(32, "must have at least 32 characters: openssl rand -base64 32"),
  LINK_KEY: key,
  DATA_KEY: key,
  CARD_CODE_KEYS: z
    .string()
    .transform((text) => text.trim().split(/[\s,]+/))
    .pipe(z.array(key).max(8))
    .optional(),
  NVI_KEY: partnerKey.optional(),
  PTT_KEY: partnerKey.optional(),
  NVI_MONTHLY_CAPACITY: z.coerce.number().int().min(1).optional(),
  SIGNER: z.enum(["test", "none"]).default("none"),
  SIGNER_DIR: z.string().optional(),
  KEP_SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an address like smtp://host:25" }).optional(),
  KEP_STATUS_URL: address.optional(),
  KEP_REPLY_TIMEOUT_MS: z.coerce.number().int().min(100).max(70_000).default(60_000),
  EMAIL_SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an address like smtps://user:password@host" }).optional(),
  EMAIL_RETURN_ADDRESS: z.email("must be one plain address").optional(),
  EVIDENCE_SMTP_PORT: port.optional(),
  EVIDENCE_IMAP_URL: z.url({ protocol: /^imaps?$/, error: "must be an address like imaps://user:password@host" }).optional(),
  ADDRESS_FRESH_DAYS: z.coerce.number().int().min(1).max(3_650).default(180),
  DISCLOSURE_THRESHOLD: z.coerce.number().int().min(2).max(100).default(5),
  DEMO_PERMITS: z.coerce.number().int().min(0).max(7_900_000).default(60_000),
  AUDIT_ANCHOR_FILE: z.string(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export type Environment = z.infer<typeof Environment>;

/** What is missing or wrong, one readable line a variable; for the operator, so it names no value. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/** Reads an environment; an empty value counts as not given. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = Environment.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `  ${name}: ${given[name] === undefined ? "is missing" : issue.message}`;
  });
  throw new EnvironmentError(`The environment is incomplete (.env.example explains each variable):\n${lines.join("\n")}`);
}

let kept: Environment | undefined;

export const env: Environment = new Proxy({} as Environment, {
  get(_target, name: keyof Environment) {
    kept ??= readEnvironment(process.env);
    return kept[name];
  },
});
