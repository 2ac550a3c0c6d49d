// A small KEP provider for the demo and the tests: takes signed messages over SMTP, answers what became of them over
// HTTP, and mails back evidence. Beside it stands an ordinary e-mail server, of which only what comes back is heard. It is used in-process by tests and as a process of its own by `npm start`.
import type { AddressInfo, Server } from "node:net";
import { EvidenceSender } from "./evidence-sender.ts";
import { FaultDice } from "./faults.ts";
import { describeMessage, openMessageBook, type ReceivedMessage } from "./message-book.ts";
import { receptionServer } from "./reception.ts";
import { changeSettings, SandboxSettings, type SandboxSettingsChange } from "./settings.ts";
import { statusServer } from "./status-server.ts";

export type SandboxOptions = {
  smtpPort?: number;
  emailPort?: number;
  httpPort?: number;
  /** The application's evidence listener on loopback; null holds evidence back until `setEvidencePort`. */
  evidencePort: number | null;
  /** Keeps messages and unsent evidence over restarts; null keeps them in memory. */
  directory?: string | null;
  seed?: number;
  settings?: SandboxSettingsChange;
};

export type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

export async function startSandbox(options: SandboxOptions) {
  const seed = options.seed ?? 1;
  const book = openMessageBook({ directory: options.directory ?? null, seed });
  let settings: SandboxSettings = changeSettings(SandboxSettings.parse({}), options.settings ?? {});
  const sender = new EvidenceSender(book, () => settings);
  const counts = () => ({ ...book.counts(), evidenceFailures: sender.failureCount, evidenceWaiting: sender.waitingCount() });
  const configure = (change: unknown) => {
    settings = changeSettings(settings, change);
    sender.drain();
    return settings;
  };
  const door = {
    settings: () => settings,
    dice: new FaultDice(seed),
    onRefused: () => book.countRefusal(),
    take: (received: ReceivedMessage) => {
      const { message, isNew } = book.take(received, Date.now(), settings);
      if (isNew) sender.schedule(message);
      return message.providerId;
    },
  };
  const receptions = { kep: receptionServer({ ...door, channel: "kep" }), email: receptionServer({ ...door, channel: "email" }) };
  const status = statusServer({ book, counts, settings: () => settings, configure });
  const close = once(async () => {
    sender.close();
    status.closeAllConnections();
    await Promise.all([...Object.values(receptions), status].map(closed));
    book.close();
  });
  const smtpPort = await listen(receptions.kep.listen(options.smtpPort ?? 0, "127.0.0.1"));
  const emailPort = await listen(receptions.email.listen(options.emailPort ?? 0, "127.0.0.1"));
  const httpPort = await listen(status.listen(options.httpPort ?? 0, "127.0.0.1"));
  sender.setPort(options.evidencePort);
  for (const message of book.all()) sender.schedule(message);
  return {
    smtpPort,
    emailPort,
    httpPort,
    counts,
    configure,
    messages: () => book.all().map((message) => describeMessage(message, Date.now())),
    setEvidencePort: (port: number | null) => sender.setPort(port),
    close,
  };
}

const closed = (server: { close(done: () => void): unknown }): Promise<void> => new Promise((done) => server.close(() => done()));

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= work();
    return running;
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("listening", () => resolve((server.address() as AddressInfo).port));
  });
}
