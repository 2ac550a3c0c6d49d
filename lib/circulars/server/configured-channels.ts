import { env } from "../../platform/config/env.ts";
import type { InstallationMode } from "../../platform/db/installation-mode.ts";
import { messageLimit } from "../try-limits.ts";
import type { Channel, ChannelKind } from "./channels/channel.ts";
import { emailChannel } from "./channels/email.ts";
import { kepSmtpChannel } from "./channels/kep-smtp.ts";

export type Channels = Partial<Record<ChannelKind, Channel>>;

/** Batches of deliveries a worker has in hand at once, and messages of one batch under way at once. */
export const parallelBatches = 2;
export const parallelSubmissions = 8;

const kept: { channels?: Channels } = {};

/** The channels this process submits to. Without a KEP server, KEP goes by file: the officer carries the messages over. */
export function configuredChannels(mode: InstallationMode): Channels {
  // No message waits for a connection: what waits there has no limit to its try.
  const maxConnections = parallelBatches * parallelSubmissions;
  const replyMs = env.KEP_REPLY_TIMEOUT_MS;
  const common = { mode, maxConnections, timeouts: { replyMs, messageMs: messageLimit(replyMs) } };
  kept.channels ??= {
    ...(env.KEP_SMTP_URL && { kep: kepSmtpChannel({ smtpUrl: env.KEP_SMTP_URL, statusUrl: env.KEP_STATUS_URL ?? null, ...common }) }),
    ...(env.EMAIL_SMTP_URL && { email: emailChannel({ smtpUrl: env.EMAIL_SMTP_URL, ...common }) }),
  };
  return kept.channels;
}

/** Whether this installation has a server for the channel; what it cannot submit itself, a person does. */
export const isSubmittedByMachine = (kind: string): boolean =>
  (kind === "kep" && env.KEP_SMTP_URL !== undefined) || (kind === "email" && env.EMAIL_SMTP_URL !== undefined);

export async function closeChannels(): Promise<void> {
  const { channels } = kept;
  delete kept.channels;
  await Promise.all(Object.values(channels ?? {}).map((channel) => channel.close()));
}
