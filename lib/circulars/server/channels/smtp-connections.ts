// A small pool of SMTP connections of our own, because the mailer's pool puts a message back into its queue when a
// connection breaks: it cannot tell "never begun" from "sent, answer lost", and the second must not be repeated (N5).
import type { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";

/** `messageMs` limits a message as a whole: a server that answers each step just in time must not keep a try alive for ever. */
export type SmtpTimeouts = { connectMs: number; replyMs: number; idleMs: number; messageMs: number };

export type SmtpReply = { ok: true; response: string } | { ok: false; error: SmtpError };

/** What the mailer tells of a failure; `responseCode` and `response` are there only if the server itself answered. */
export type SmtpError = {
  message: string;
  code?: string | undefined;
  responseCode?: number | undefined;
  response?: string | undefined;
  command?: string | undefined;
};

export type SmtpSession = {
  /** True if this session has served a message before: the server may have closed it meanwhile. */
  isReused: boolean;
  send(envelope: SmtpEnvelope, message: Readable): Promise<SmtpReply>;
};

/** `reportId` asks servers that can (RFC 3461) to report what they could not deliver under this name, without the files. */
export type SmtpEnvelope = { from: string; to: string; size: number; reportId: string | null };

export type SmtpTarget = { host: string; port: number; secure: boolean; isLoopback: boolean; user: string; password: string };

type Idle = { connection: SMTPConnection; timer: NodeJS.Timeout };

export class SmtpConnections {
  readonly #target: SmtpTarget;
  readonly #timeouts: SmtpTimeouts;
  readonly #limit: number;
  readonly #idle: Idle[] = [];
  readonly #waiting: (() => void)[] = [];
  #busyCount = 0;

  constructor(target: SmtpTarget, timeouts: SmtpTimeouts, limit: number) {
    this.#target = target;
    this.#timeouts = timeouts;
    this.#limit = limit;
  }

  /** Runs one message on a session of its own; a session that failed is closed, a sound one is kept for the next. */
  async use(work: (session: SmtpSession) => Promise<SmtpReply>): Promise<SmtpReply> {
    await this.#enter();
    try {
      const kept = this.#takeIdle();
      const connection = kept ?? (await this.#connect());
      if (!(connection instanceof SMTPConnection)) return { ok: false, error: connection };
      const session: SmtpSession = { isReused: kept !== null, send: (envelope, message) => send(connection, envelope, message) };
      const reply = await inTime(this.#timeouts.messageMs, work(session));
      if (reply.ok) this.#keep(connection);
      else if (reply.error.responseCode !== undefined) connection.quit();
      else connection.close();
      return reply;
    } finally {
      this.#leave();
    }
  }

  close(): void {
    for (const { connection, timer } of this.#idle.splice(0)) {
      clearTimeout(timer);
      connection.quit();
    }
  }

  async #enter(): Promise<void> {
    if (this.#busyCount >= this.#limit) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#busyCount += 1;
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#busyCount -= 1;
  }

  #takeIdle(): SMTPConnection | null {
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      clearTimeout(idle.timer);
      if (!idle.connection.destroyed) return idle.connection;
    }
    return null;
  }

  #keep(connection: SMTPConnection): void {
    if (connection.destroyed) return;
    const timer = setTimeout(() => {
      const at = this.#idle.findIndex((idle) => idle.connection === connection);
      if (at >= 0) this.#idle.splice(at, 1);
      connection.quit();
    }, this.#timeouts.idleMs);
    timer.unref();
    this.#idle.push({ connection, timer });
  }

  #connect(): Promise<SMTPConnection | SmtpError> {
    const { host, port, secure, isLoopback, user, password } = this.#target;
    const { connectMs, replyMs } = this.#timeouts;
    const connection = new SMTPConnection({
      host,
      port,
      secure,
      ignoreTLS: isLoopback,
      requireTLS: !isLoopback && !secure,
      connectionTimeout: connectMs,
      greetingTimeout: connectMs,
      socketTimeout: replyMs,
      socketCloseTimeout: 500,
    });
    return new Promise((resolve) => {
      // Stays for the connection's whole life: an error on an idle connection must not end the process.
      connection.on("error", (error: SmtpError) => resolve(error));
      connection.connect((error) => {
        if (error) resolve(error);
        else if (user === "") resolve(connection);
        else connection.login({ user, pass: password }, (refusal) => resolve(refusal ?? connection));
      });
    });
  }
}

/** The caller closes the connection of a reply that came too late, so nothing more of the message leaves. */
async function inTime(limitMs: number, reply: Promise<SmtpReply>): Promise<SmtpReply> {
  const over = Promise.withResolvers<SmtpReply>();
  const timer = setTimeout(() => over.resolve({ ok: false, error: { message: "Message took too long", code: "ETIMEDOUT" } }), limitMs);
  try {
    return await Promise.race([reply, over.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function send(connection: SMTPConnection, envelope: SmtpEnvelope, message: Readable): Promise<SmtpReply> {
  const { from, to, size, reportId } = envelope;
  const dsn = reportId ? { ret: "HDRS" as const, envid: reportId, notify: ["FAILURE" as const, "DELAY" as const] } : undefined;
  return new Promise((resolve) => {
    connection.send({ from, to: [to], size, ...(dsn && { dsn }) }, message, (error, info) => {
      if (error) resolve({ ok: false, error });
      else resolve({ ok: true, response: info?.response ?? "" });
    });
  });
}
