import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { kepSmtpChannel } from "../../lib/circulars/server/channels/kep-smtp.ts";
import { aKepMessage } from "../support/kep.ts";

const MAIN = new URL("../../scripts/kep-sandbox/main.ts", import.meta.url);
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

async function aSandboxProcess(directory: string) {
  const child = fork(MAIN, { stdio: ["ignore", "pipe", "inherit", "ipc"], env: { ...process.env, KEP_SANDBOX_DIR: directory } });
  children.push(child);
  let output = "";
  child.stdout?.on("data", (bytes) => {
    output += String(bytes);
  });
  const [message] = await once(child, "message");
  expect(message).toBe("ready");
  while (!output.includes("\n")) await once(child.stdout as NonNullable<ChildProcess["stdout"]>, "data");
  const [, smtpPort, httpPort] = /^kep-sandbox: smtp (\d+) http (\d+) e-mail \d+\n$/.exec(output) ?? [];
  const channel = kepSmtpChannel({ smtpUrl: `smtp://127.0.0.1:${smtpPort}`, statusUrl: `http://127.0.0.1:${httpPort}`, mode: "demo" });
  return { child, channel, exited: once(child, "exit") };
}

describe("the KEP sandbox as a process", () => {
  test("says it is ready and ends when its parent goes away", async () => {
    const { child, exited } = await aSandboxProcess(mkdtempSync(join(tmpdir(), "kep-")));
    child.disconnect();
    expect(await exited).toEqual([0, null]);
  });

  test("ends on SIGTERM", async () => {
    const { child, exited } = await aSandboxProcess(mkdtempSync(join(tmpdir(), "kep-")));
    child.kill("SIGTERM");
    expect(await exited).toEqual([0, null]);
  });

  test("a message it has accepted survives SIGKILL and half a line in its journal", async () => {
    const directory = mkdtempSync(join(tmpdir(), "kep-"));
    const message = aKepMessage();
    const first = await aSandboxProcess(directory);
    expect(await first.channel.submit(message)).toMatchObject({ kind: "submitted" });
    first.child.kill("SIGKILL");
    await first.exited;
    appendFileSync(join(directory, "journal.jsonl"), '{"kind":"mess');
    const second = await aSandboxProcess(directory);
    expect(await second.channel.ask?.(message.messageId)).toMatchObject({ known: true });
    expect(await second.channel.submit(message)).toMatchObject({ kind: "submitted" });
    await Promise.all([first.channel.close(), second.channel.close()]);
  });
});
