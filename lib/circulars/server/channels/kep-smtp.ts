import { isLoopbackHost } from "../../transport-rule.ts";
import type { Channel } from "./channel.ts";
import { providerStatus } from "./provider-status.ts";
import { type SmtpSubmissionOptions, smtpSubmission } from "./smtp-submission.ts";

export type KepSmtpOptions = SmtpSubmissionOptions & { statusUrl: string | null };

/** KEP by SMTP; without a status address the provider cannot be asked and is treated as e-mail (N5). */
export function kepSmtpChannel(options: KepSmtpOptions): Channel {
  const submission = smtpSubmission(options);
  const channel = { kind: "kep" as const, submit: submission.submit, close: async () => submission.close() };
  if (options.statusUrl === null) return channel;
  // Asking names the message to a stranger: outside production that stranger too must be on loopback.
  if (options.mode !== "production" && !isLoopbackHost(new URL(options.statusUrl).hostname)) return channel;
  const { ask, fetchEvidence } = providerStatus(options.statusUrl);
  return { ...channel, ask, fetchEvidence };
}
