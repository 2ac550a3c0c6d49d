import { Readable } from "node:stream";
import { isLoopbackHost, type TransportMode, transportObstacle } from "../../transport-rule.ts";
import type { ChannelMessage, DeliveryOutcome } from "./channel.ts";
import { SmtpConnections, type SmtpReply, type SmtpTarget, type SmtpTimeouts } from "./smtp-connections.ts";
import { outcomeOfFailure } from "./smtp-outcome.ts";

export type SmtpSubmissionOptions = {
  smtpUrl: string;
  mode: TransportMode;
  maxConnections?: number;
  timeouts?: Partial<SmtpTimeouts>;
  clock?: () => Date;
  /** E-mail: servers on the way are asked to report a failure, since no provider owes evidence. */
  asksForReports?: boolean;
};

export type SmtpSubmission = { submit(message: ChannelMessage): Promise<DeliveryOutcome>; close(): void };

const TIMEOUTS: SmtpTimeouts = { connectMs: 10_000, replyMs: 60_000, idleMs: 10_000, messageMs: 240_000 };

/** Submits messages over SMTP; the transport rule is asked for every message, immediately before connecting. */
export function smtpSubmission(options: SmtpSubmissionOptions): SmtpSubmission {
  const target = targetOf(options.smtpUrl);
  const connections = new SmtpConnections(target, { ...TIMEOUTS, ...options.timeouts }, options.maxConnections ?? 8);
  const clock = options.clock ?? (() => new Date());
  async function submit(message: ChannelMessage): Promise<DeliveryOutcome> {
    const obstacle = transportObstacle(options.mode, { host: target.host, to: message.to });
    if (obstacle !== null) return { kind: "refused", reason: "rejected", detail: obstacle };
    const reportId = options.asksForReports ? message.messageId.replace(/^<|>$/g, "") : null;
    const attempt = await sendOnce(connections, message, reportId);
    const { reply, hasBegun } = isStale(attempt) ? await sendOnce(connections, message, reportId) : attempt;
    if (!reply.ok) return outcomeOfFailure(reply.error, hasBegun);
    return { kind: "submitted", providerId: providerIdOf(reply.response), at: clock() };
  }
  return { submit, close: () => connections.close() };
}

type Attempt = { reply: SmtpReply; hasBegun: boolean; isReused: boolean };

async function sendOnce(connections: SmtpConnections, message: ChannelMessage, reportId: string | null): Promise<Attempt> {
  const body = new TrackedBody(message.raw);
  let isReused = false;
  const reply = await connections.use((session) => {
    isReused = session.isReused;
    return session.send({ from: message.from, to: message.to, size: message.raw.length, reportId }, body);
  });
  return { reply, hasBegun: body.hasBegun, isReused };
}

/** A kept session the server has closed meanwhile, silently or with 421: nothing was sent, so a second try is safe. */
function isStale({ reply, hasBegun, isReused }: Attempt): boolean {
  return !reply.ok && isReused && !hasBegun && (reply.error.responseCode === undefined || reply.error.responseCode === 421);
}

/** Knows whether the server has said 354: only then does the mailer begin to read. */
class TrackedBody extends Readable {
  hasBegun = false;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    super();
    this.#bytes = bytes;
  }

  override _read(): void {
    this.hasBegun = true;
    this.push(this.#bytes);
    this.push(null);
  }
}

function targetOf(smtpUrl: string): SmtpTarget {
  const url = new URL(smtpUrl);
  const secure = url.protocol === "smtps:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return {
    host,
    port: Number(url.port || (secure ? "465" : "587")),
    secure,
    isLoopback: isLoopbackHost(host),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

/** KEP providers name the message in their final answer: `250 2.0.0 <EYWS….@hs01.kep.tr>`. */
function providerIdOf(response: string): string | null {
  return /<[^<>\s]{3,250}>/.exec(response)?.[0] ?? null;
}
