import { connect } from "node:net";
import nodemailer from "nodemailer";
import { afterEach, describe, expect, test } from "vitest";
import { type EvidenceMeta, startEvidenceListener } from "../../lib/worker/evidence-listener.ts";

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

async function aListener(receive: (raw: Buffer, meta: EvidenceMeta) => Promise<void>) {
  const listener = await startEvidenceListener({ port: 0, receive });
  endings.push(listener.close);
  const transport = nodemailer.createTransport({ host: "127.0.0.1", port: listener.port, ignoreTLS: true });
  return (raw: string) => transport.sendMail({ envelope: { from: "kephs@hs99.kep.test", to: ["aksarayiskur@hs01.kep.test"] }, raw });
}

describe("the evidence listener", () => {
  test("says accepted only after the raw bytes are stored", async () => {
    const steps: string[] = [];
    const send = await aListener(async (raw, meta) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      steps.push(`stored ${raw.toString()} from ${meta.from} for ${meta.to.join()}`);
    });
    await send("Subject: delil\r\n\r\n.\r\n").then(() => steps.push("accepted"));
    expect(steps).toEqual(["stored Subject: delil\r\n\r\n.\r\n from kephs@hs99.kep.test for aksarayiskur@hs01.kep.test", "accepted"]);
  });

  test("answers 451 while nothing can be stored", async () => {
    const send = await aListener(async () => {
      throw new Error("database away");
    });
    await expect(send("Subject: delil\r\n\r\n")).rejects.toMatchObject({ responseCode: 451 });
  });

  test("half a mail from a provider that breaks off is never stored", async () => {
    let storedCount = 0;
    const listener = await startEvidenceListener({
      port: 0,
      receive: async () => {
        storedCount += 1;
      },
    });
    endings.push(listener.close);
    const socket = connect(listener.port, "127.0.0.1");
    for (const line of ["EHLO x", "MAIL FROM:<k@hs99.kep.test>", "RCPT TO:<a@hs01.kep.test>", "DATA"]) {
      await new Promise((answered) => socket.once("data", answered));
      socket.write(`${line}\r\n`);
    }
    await new Promise((answered) => socket.once("data", answered));
    socket.end("Subject: delil\r\n\r\nyar");
    await new Promise((closed) => socket.once("close", closed));
    expect(storedCount).toBe(0);
  });

  test("refuses what is over one megabyte and stores none of it", async () => {
    let storedCount = 0;
    const send = await aListener(async () => {
      storedCount += 1;
    });
    await expect(send(`Subject: delil\r\n\r\n${"x".repeat(100).concat("\r\n").repeat(12_000)}`)).rejects.toThrow();
    expect(storedCount).toBe(0);
  });
});
