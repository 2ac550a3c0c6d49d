import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import type { DeliveryOutcome } from "../../lib/circulars/server/channels/channel.ts";
import { emailChannel } from "../../lib/circulars/server/channels/email.ts";
import { emlName, kepFileArchive } from "../../lib/circulars/server/channels/kep-file.ts";
import { kepSmtpChannel } from "../../lib/circulars/server/channels/kep-smtp.ts";
import { outcomeOfFailure } from "../../lib/circulars/server/channels/smtp-outcome.ts";
import { readZip } from "../../lib/circulars/server/evidence/zip-entries.ts";
import { type TransportMode, transportObstacle } from "../../lib/circulars/transport-rule.ts";
import { startSandbox } from "../../scripts/kep-sandbox/sandbox.ts";
import type { SandboxSettingsChange } from "../../scripts/kep-sandbox/settings.ts";
import { aClosedPort, aKepMessage, listening } from "../support/kep.ts";

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

type Setting = { faults?: SandboxSettingsChange["faults"]; replyMs?: number; mode?: TransportMode };

async function aProvider({ faults = [], replyMs = 5000, mode = "demo" }: Setting = {}) {
  const sandbox = await startSandbox({ evidencePort: null, settings: { faults } });
  const timeouts = { replyMs, connectMs: 5000 };
  const channel = kepSmtpChannel({ smtpUrl: `smtp://127.0.0.1:${sandbox.smtpPort}`, statusUrl: null, mode, timeouts });
  endings.push(sandbox.close, channel.close);
  return { sandbox, channel };
}

describe("a channel says what came of a submission", () => {
  test.each<[string, SandboxSettingsChange["faults"], Partial<DeliveryOutcome>]>([
    ["451 to the recipient is deferred", [{ kind: "rcpt_deferred" }], { kind: "deferred" }],
    [
      "550 to the recipient is an invalid address, told in Turkish with the provider's own words",
      [{ kind: "rcpt_refused" }],
      { kind: "refused", reason: "address_invalid", detail: "Sunucunun yanıtı “550 5.1.1 no such KEP account”" },
    ],
    ["451 to the message is deferred", [{ kind: "data_deferred" }], { kind: "deferred" }],
    ["554 to the message is a rejection", [{ kind: "data_refused" }], { kind: "refused", reason: "rejected" }],
    ["552 to the message is too large", [{ kind: "data_too_large" }], { kind: "refused", reason: "too_large" }],
    ["no answer after the message is unknown", [{ kind: "hang_after_data" }], { kind: "unknown" }],
    ["a reset after the message is unknown", [{ kind: "reset_after_data" }], { kind: "unknown" }],
    ["a reset within the message is unknown", [{ kind: "reset_during_data" }], { kind: "unknown" }],
  ])("%s", async (_title, faults, expected) => {
    const isHanging = faults?.[0]?.kind === "hang_after_data";
    const { channel } = await aProvider({ faults, replyMs: isHanging ? 500 : 5000 });
    expect(await channel.submit(aKepMessage())).toMatchObject(expected);
  });

  test("an unknown outcome leaves the message with the provider exactly once", async () => {
    const { channel, sandbox } = await aProvider({ faults: [{ kind: "reset_after_data" }] });
    await channel.submit(aKepMessage());
    expect(sandbox.counts()).toMatchObject({ messages: 1, handOvers: 1 });
  });

  test("a provider that is not there defers", async () => {
    const smtpUrl = `smtp://127.0.0.1:${await aClosedPort()}`;
    const channel = kepSmtpChannel({ smtpUrl, statusUrl: null, mode: "demo" });
    expect(await channel.submit(aKepMessage())).toMatchObject({ kind: "deferred" });
  });

  test("a provider that never greets defers, because nothing was sent", async () => {
    const { server, port } = await listening(() => undefined);
    endings.push(async () => server.close());
    const channel = kepSmtpChannel({ smtpUrl: `smtp://127.0.0.1:${port}`, statusUrl: null, mode: "demo", timeouts: { connectMs: 100 } });
    expect(await channel.submit(aKepMessage())).toMatchObject({ kind: "deferred" });
  });

  test("a session the provider has closed meanwhile is replaced without a word", async () => {
    const { channel, sandbox } = await aProvider();
    await channel.submit(aKepMessage());
    const port = sandbox.smtpPort;
    await sandbox.close();
    const again = await startSandbox({ evidencePort: null, smtpPort: port });
    endings.push(again.close);
    expect(await channel.submit(aKepMessage())).toMatchObject({ kind: "submitted" });
  });

  test("a refusal does not spoil the next message", async () => {
    const { channel } = await aProvider({ faults: [{ kind: "data_deferred", times: 1 }] });
    const message = aKepMessage();
    expect(await channel.submit(message)).toMatchObject({ kind: "deferred" });
    expect(await channel.submit(message)).toMatchObject({ kind: "submitted" });
  });

  test("two hundred messages at once share few connections and all arrive", async () => {
    const { channel, sandbox } = await aProvider();
    const outcomes = await Promise.all(Array.from({ length: 200 }, () => channel.submit(aKepMessage())));
    expect(outcomes.every((outcome) => outcome.kind === "submitted")).toBe(true);
    expect(sandbox.counts()).toMatchObject({ messages: 200, duplicates: 0 });
  });

  test("a refused sign-in defers: it is not the message's fault", () => {
    expect(outcomeOfFailure({ message: "535 5.7.8 bad credentials", code: "EAUTH", responseCode: 535 }, false).kind).toBe("deferred");
  });
});

describe("the transport rule", () => {
  test.each(["demo", "training"] as const)("in %s a real address is refused and nothing connects", async (mode) => {
    let connectionCount = 0;
    const { server, port } = await listening(() => {
      connectionCount += 1;
    });
    endings.push(async () => server.close());
    for (const build of [kepSmtpChannel, emailChannel]) {
      const channel = build({ smtpUrl: `smtp://127.0.0.1:${port}`, statusUrl: null, mode });
      expect(await channel.submit(aKepMessage({ to: "valilik@hs01.kep.tr" }))).toMatchObject({ kind: "refused" });
    }
    expect(connectionCount).toBe(0);
  });

  test("in training a transport other than loopback is refused, even for a test address", async () => {
    const channel = kepSmtpChannel({ smtpUrl: "smtp://192.0.2.1:25", statusUrl: null, mode: "training" });
    expect(await channel.submit(aKepMessage())).toMatchObject({ kind: "refused", detail: expect.stringContaining("loopback") });
  });

  test("whatever is not one plain .test address on loopback is an obstacle outside production", () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.domain(), (address, host) => {
        fc.pre(!address.toLowerCase().endsWith(".test"));
        expect(transportObstacle("demo", { host: "127.0.0.1", to: address })).not.toBeNull();
        expect(transportObstacle("training", { host, to: "a@b.test" })).not.toBeNull();
        expect(transportObstacle("production", { host, to: address })).toBeNull();
      }),
    );
    for (const to of ["a@b.test, c@real.tr", "x@real.tr>@b.test", "a@b.test\r\nRCPT TO:<c@real.tr>", '"c@real.tr"@b.test', "a@test"]) {
      expect(transportObstacle("demo", { host: "127.0.0.1", to })).not.toBeNull();
    }
    for (const host of ["127.0.0.1.example.com", "localhost.example.com", "0.0.0.0"]) {
      expect(transportObstacle("demo", { host, to: "a@b.test" })).not.toBeNull();
    }
    expect(transportObstacle("demo", { host: "127.0.0.1", to: "eskil@hs01.kep.test" })).toBeNull();
  });
});

describe("KEP by file", () => {
  test("the officer gets one message per recipient, byte for byte, and a read-me", async () => {
    const message = aKepMessage();
    const files = [{ recipientName: "Eskil Kaymakamlığı", to: message.to, messageId: message.messageId, raw: message.raw }];
    const archive = await kepFileArchive(files, { documentNumber: "E-1", subject: "Konu", at: new Date("2026-03-20T10:00:00Z") });
    const entries = readZip(archive) ?? [];
    expect(entries.map((entry) => entry.name)).toEqual(["OKUYUNUZ.txt", "001-eskil-kaymakamligi.eml"]);
    expect(entries[1]?.bytes.equals(message.raw)).toBe(true);
    expect(entries[0]?.bytes.toString("utf8")).toContain("Eskil Kaymakamlığı");
  });

  test("file names hold only what every provider's screen accepts", () => {
    expect(emlName(24, "IĞDIR İL Müftülüğü (Şube)")).toBe("024-igdir-il-muftulugu-sube.eml");
    expect(emlName(1, "../..")).toBe("001.eml");
  });
});
