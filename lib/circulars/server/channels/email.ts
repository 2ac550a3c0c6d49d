import type { Channel } from "./channel.ts";
import { type SmtpSubmissionOptions, smtpSubmission } from "./smtp-submission.ts";

/** Plain e-mail: it cannot be asked, so an unknown outcome becomes a human task and is never repeated (N5). */
export function emailChannel(options: SmtpSubmissionOptions): Channel {
  const submission = smtpSubmission({ ...options, asksForReports: true });
  return { kind: "email", submit: submission.submit, close: async () => submission.close() };
}
