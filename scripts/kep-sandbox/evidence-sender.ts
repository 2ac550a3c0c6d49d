// Mails evidence to the application when it is due and keeps it until the application has said "stored".
import nodemailer, { type Transporter } from "nodemailer";
import type { PlannedEvidence } from "./evidence-plan.ts";
import type { BookedMessage, MessageBook } from "./message-book.ts";
import { writeEvidenceMail } from "./rem-writer.ts";
import { writeReturnedMail } from "./returned-mail.ts";
import type { SandboxSettings } from "./settings.ts";

type Item = { message: BookedMessage; evidence: PlannedEvidence; failureCount: number };

const SENDERS = 4;
const RETRY_LIMIT_MS = 30_000;

export class EvidenceSender {
  /** Refused or unreachable attempts so far; each is tried again. */
  failureCount = 0;
  readonly #book: MessageBook;
  readonly #settings: () => SandboxSettings;
  readonly #ready: Item[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  #transport: Transporter | null = null;
  #activeCount = 0;
  #isClosed = false;
  #isPaused = false;

  constructor(book: MessageBook, settings: () => SandboxSettings) {
    this.#book = book;
    this.#settings = settings;
  }

  /** Where the application listens for evidence; null holds everything back. */
  setPort(port: number | null): void {
    this.#transport?.close();
    this.#transport = port === null ? null : evidenceTransport(port);
    this.drain();
  }

  schedule(message: BookedMessage): void {
    for (const evidence of this.#book.pendingOf(message)) {
      this.#later(evidence.dueAt - Date.now(), { message, evidence, failureCount: 0 });
    }
  }

  waitingCount(): number {
    return this.#ready.length + this.#timers.size + this.#activeCount;
  }

  /** Begins as many mails as there are free senders; called whenever something may have changed. */
  drain(): void {
    const transport = this.#transport;
    if (this.#isClosed || this.#isPaused || transport === null || this.#settings().isEvidenceHeld) return;
    while (this.#activeCount < SENDERS) {
      const item = this.#ready.shift();
      if (item === undefined) return;
      this.#activeCount += 1;
      void this.#deliver(item, transport).finally(() => {
        this.#activeCount -= 1;
        this.drain();
      });
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#transport?.close();
  }

  #later(delayMs: number, item: Item): void {
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        this.#ready.push(item);
        this.drain();
      },
      Math.max(0, delayMs),
    );
    this.#timers.add(timer);
  }

  async #deliver(item: Item, transport: Transporter): Promise<void> {
    const isReturned = item.evidence.event === "email_returned";
    const raw = isReturned ? writeReturnedMail(item.message, item.evidence) : writeEvidenceMail(item.message, item.evidence);
    // A report has no sender of its own, so that it can never come back itself.
    const envelope = { from: isReturned ? "" : "kephs@hs99.kep.test", to: [item.message.from] };
    try {
      for (let copy = 0; copy < item.evidence.copies; copy += 1) await transport.sendMail({ envelope, raw });
      if (!this.#isClosed) this.#book.markSent(item.evidence.identifier);
    } catch (error) {
      this.failureCount += 1;
      const isAnswered = (error as { responseCode?: number }).responseCode !== undefined;
      if (isAnswered) this.#retry(item);
      else this.#pause(item);
    }
  }

  /** The application answered "not now" to this one; the others go on. */
  #retry(item: Item): void {
    const delayMs = this.#settings().evidenceRetryMs * 2 ** Math.min(item.failureCount, 5);
    if (!this.#isClosed) this.#later(Math.min(delayMs, RETRY_LIMIT_MS), { ...item, failureCount: item.failureCount + 1 });
  }

  /** The application is away: nobody tries until one retry time has passed, and then in the old order. */
  #pause(item: Item): void {
    this.#ready.unshift(item);
    if (this.#isPaused || this.#isClosed) return;
    this.#isPaused = true;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#isPaused = false;
      this.drain();
    }, this.#settings().evidenceRetryMs);
    this.#timers.add(timer);
  }
}

function evidenceTransport(port: number): Transporter {
  return nodemailer.createTransport({
    pool: true,
    host: "127.0.0.1",
    port,
    ignoreTLS: true,
    maxConnections: SENDERS,
    maxMessages: Number.POSITIVE_INFINITY,
    // Retrying is the sender's own work.
    maxRequeues: 0,
    connectionTimeout: 5000,
    socketTimeout: 20_000,
  });
}
