import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { dataDirectory } from "../../scripts/data-dir.mjs";

export type WorkerEnvironment = {
  smtpPort: number;
  httpPort: number;
  evidencePort: number;
  pace: number;
  databaseUrl?: string;
};

/** One worker at a time and the next one loaded beside it; all of them live by one clock. */
export class WorkerProcesses {
  readonly #env: NodeJS.ProcessEnv;
  readonly #pace: number;
  readonly #epoch = Date.now();
  #skipped = 0;
  #current: ChildProcess | null = null;
  #next: ChildProcess;

  constructor({ smtpPort, httpPort, evidencePort, pace, databaseUrl }: WorkerEnvironment) {
    this.#pace = pace;
    this.#env = {
      ...process.env,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      KEP_SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      KEP_STATUS_URL: `http://127.0.0.1:${httpPort}`,
      EVIDENCE_SMTP_PORT: String(evidencePort),
      // Half a minute of the worker's clock: a provider that hangs is waited for in real time.
      KEP_REPLY_TIMEOUT_MS: String(Math.round(30_000 / pace)),
      // Each of some thirty workers compiles the same modules.
      NODE_COMPILE_CACHE: path.join(dataDirectory(), "compiled"),
    };
    this.#next = this.#load();
  }

  now(): Date {
    return new Date(this.#epoch + this.#skipped + (Date.now() - this.#epoch) * this.#pace);
  }

  /** Lets the clock of the workers started from now on jump ahead. */
  skip(milliseconds: number): void {
    this.#skipped += milliseconds;
  }

  /** Gives the loaded worker its word and returns when it takes jobs. */
  async start(): Promise<void> {
    const worker = this.#next;
    if (!loaded.has(worker)) await once(worker, "message");
    const working = once(worker, "message");
    worker.send({ at: this.#epoch + this.#skipped, startedAt: this.#epoch, pace: this.#pace });
    this.#current = worker;
    await working;
    this.#next = this.#load();
  }

  async kill(): Promise<void> {
    const worker = this.#current;
    this.#current = null;
    if (worker) await killed(worker);
  }

  /** True if a worker has ended by itself, which none of them may. */
  get hasFailed(): boolean {
    return this.#current !== null && this.#current.exitCode !== null;
  }

  async close(): Promise<void> {
    await Promise.all([this.kill(), killed(this.#next)]);
  }

  #load(): ChildProcess {
    const execArgv = ["--conditions=react-server", "--disable-warning=ExperimentalWarning"];
    const worker = fork(new URL("./kill-worker.ts", import.meta.url), {
      env: this.#env,
      execArgv,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    worker.once("message", () => loaded.add(worker));
    return worker;
  }
}

const loaded = new WeakSet<ChildProcess>();

async function killed(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const exit = once(worker, "exit");
  worker.kill("SIGKILL");
  await exit;
}
