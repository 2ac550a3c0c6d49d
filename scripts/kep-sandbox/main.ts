// The KEP sandbox as a process: started by `npm start` in demo and training, ended by its parent.
import { z } from "zod";
import { startSandbox } from "./sandbox.ts";

const Port = z.coerce.number().int().min(0).max(65_535);

const Environment = z.object({
  KEP_SANDBOX_SMTP_PORT: Port.default(0),
  KEP_SANDBOX_EMAIL_PORT: Port.default(0),
  KEP_SANDBOX_HTTP_PORT: Port.default(0),
  EVIDENCE_SMTP_PORT: Port.min(1).optional(),
  KEP_SANDBOX_DIR: z.string().min(1).optional(),
  KEP_SANDBOX_SEED: z.coerce.number().int().default(1),
  /** JSON of settings that differ from the demo's. */
  KEP_SANDBOX_SETTINGS: z.string().default("{}"),
});

async function main(): Promise<void> {
  const environment = Environment.parse(process.env);
  const sandbox = await startSandbox({
    smtpPort: environment.KEP_SANDBOX_SMTP_PORT,
    emailPort: environment.KEP_SANDBOX_EMAIL_PORT,
    httpPort: environment.KEP_SANDBOX_HTTP_PORT,
    evidencePort: environment.EVIDENCE_SMTP_PORT ?? null,
    directory: environment.KEP_SANDBOX_DIR ?? null,
    seed: environment.KEP_SANDBOX_SEED,
    settings: JSON.parse(environment.KEP_SANDBOX_SETTINGS),
  });
  const stop = () => {
    void sandbox.close().finally(() => process.exit(0));
  };
  process.once("disconnect", stop);
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  console.log(`kep-sandbox: smtp ${sandbox.smtpPort} http ${sandbox.httpPort} e-mail ${sandbox.emailPort}`);
  process.send?.("ready");
}

main().catch((error: unknown) => {
  console.error(`kep-sandbox: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
