import { PgBoss } from "pg-boss";
import { closeChannels } from "../circulars/server/configured-channels.ts";
import { receiveAllEvidence } from "../circulars/server/receive-evidence.ts";
import { assertTriesEnd } from "../circulars/try-limits.ts";
import type { Clock } from "../platform/clock.ts";
import { env } from "../platform/config/env.ts";
import { log } from "../platform/log.ts";
import { startEvidenceListener } from "./evidence-listener.ts";
import { pollEvidenceMailbox } from "./evidence-mailbox.ts";
import { warnOfForeignAddresses } from "./foreign-addresses.ts";
import { gathered } from "./gathered.ts";
import { takeJobs } from "./handlers.ts";
import { startSchedule } from "./schedule.ts";

export type Worker = { stop(): Promise<void> };

/** Jobs, evidence intake and sweeps of one process. The clock is a value, so that tests can let hours pass. */
export async function startWorker(clock: Clock): Promise<Worker> {
  const { now } = clock;
  assertTriesEnd(env.KEP_REPLY_TIMEOUT_MS * clock.pace);
  const boss = new PgBoss({
    connectionString: env.DIRECT_DATABASE_URL ?? env.DATABASE_URL,
    max: 4,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
  });
  boss.on("error", (error) => log().error({ error: error.message }, "queue"));
  await boss.start();
  await warnOfForeignAddresses(now());
  await takeJobs(boss, now);
  const intake = await startIntake(now);
  const schedule = startSchedule(clock);
  return {
    async stop() {
      await schedule.stop();
      await intake.stop();
      await boss.stop({ graceful: true, timeout: 10_000 });
      await closeChannels();
    },
  };
}

/** Evidence comes by a loopback listener outside production and from a mailbox in production. */
async function startIntake(now: () => Date): Promise<{ stop(): Promise<void> }> {
  const receive = gathered((raws: Buffer[]) => receiveAllEvidence(raws, { source: "mail", mediaType: "message/rfc822", now: now() }));
  const onFailure = (error: unknown) => log().error({ error: error instanceof Error ? error.message : String(error) }, "evidence intake");
  const listener = env.EVIDENCE_SMTP_PORT ? await startEvidenceListener({ port: env.EVIDENCE_SMTP_PORT, receive, onFailure }) : null;
  const stopping = new AbortController();
  const mailbox = env.EVIDENCE_IMAP_URL
    ? pollEvidenceMailbox({ url: env.EVIDENCE_IMAP_URL, receive, onFailure, signal: stopping.signal })
    : Promise.resolve();
  return {
    async stop() {
      stopping.abort();
      await Promise.all([listener?.close(), mailbox]);
    },
  };
}
