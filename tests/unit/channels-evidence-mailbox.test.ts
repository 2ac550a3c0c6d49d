import { afterEach, describe, expect, test } from "vitest";
import { pollEvidenceMailbox } from "../../lib/worker/evidence-mailbox.ts";
import { anImapMailbox, type ImapMailbox } from "../support/imap.ts";
import { until } from "../support/kep.ts";

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

function poll(mailbox: ImapMailbox, receive: (raw: Buffer) => Promise<void>): unknown[] {
  const failures: unknown[] = [];
  const controller = new AbortController();
  const url = `imap://kep:sifre@127.0.0.1:${mailbox.port}/INBOX`;
  void pollEvidenceMailbox({ url, receive, onFailure: (error) => failures.push(error), signal: controller.signal, intervalMs: 50 });
  endings.push(() => controller.abort(), mailbox.close);
  return failures;
}

describe("the evidence mailbox", () => {
  test("each mail is stored once, byte for byte, and then marked as seen", async () => {
    const mailbox = await anImapMailbox([Buffer.from("Subject: bir\r\n\r\n1\r\n"), Buffer.from("Subject: iki\r\n\r\n2\r\n")]);
    const stored: string[] = [];
    const failures = poll(mailbox, async (raw) => void stored.push(raw.toString()));
    await until(() => mailbox.mails.every((mail) => mail.isSeen));
    await until(() => mailbox.commands.filter((command) => command.startsWith("UID SEARCH")).length >= 3);
    expect(stored).toEqual(["Subject: bir\r\n\r\n1\r\n", "Subject: iki\r\n\r\n2\r\n"]);
    expect(failures).toEqual([]);
  });

  test("a mail that could not be stored stays unseen and comes again", async () => {
    const mailbox = await anImapMailbox([Buffer.from("Subject: bir\r\n\r\n1\r\n")]);
    let tryCount = 0;
    const failures = poll(mailbox, async () => {
      tryCount += 1;
      if (tryCount < 3) throw new Error("database away");
    });
    await until(() => mailbox.mails.every((mail) => mail.isSeen));
    expect(tryCount).toBe(3);
    expect(failures).toHaveLength(2);
  });

  test("a mailbox that is away is tried again", async () => {
    const mailbox = await anImapMailbox([]);
    mailbox.close();
    const failures = poll(mailbox, async () => undefined);
    await until(() => failures.length >= 2);
  });
});
