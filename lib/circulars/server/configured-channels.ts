import { env } from "../../platform/config/env.ts";
import type { InstallationMode } from "../../platform/db/installation-mode.ts";
import type { Channel, ChannelKind } from "./channels/channel.ts";
import { emailChannel } from "./channels/email.ts";
import { kepSmtpChannel } from "./channels/kep-smtp.ts";

export type Channels = Partial<Record<ChannelKind, Channel>>;

const kept: { channels?: Channels } = {};

/** The channels this process submits to. Without a KEP server, KEP goes by file: the officer carries the messages over. */
export function configuredChannels(mode: InstallationMode): Channels {
  kept.channels ??= {
    ...(env.KEP_SMTP_URL && { kep: kepSmtpChannel({ smtpUrl: env.KEP_SMTP_URL, statusUrl: env.KEP_STATUS_URL ?? null, mode }) }),
    ...(env.EMAIL_SMTP_URL && { email: emailChannel({ smtpUrl: env.EMAIL_SMTP_URL, mode }) }),
  };
  return kept.channels;
}

export async function closeChannels(): Promise<void> {
  const { channels } = kept;
  delete kept.channels;
  await Promise.all(Object.values(channels ?? {}).map((channel) => channel.close()));
}
