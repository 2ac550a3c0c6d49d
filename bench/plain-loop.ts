// The baseline of S8: a bare mailer pool in a loop. The same signed bytes to the same server, and nothing kept anywhere.
import { randomUUID } from "node:crypto";
import nodemailer from "nodemailer";
import type { Bench } from "./dispatch-setup.ts";

const connections = 16;

/** Sends `count` messages of the circular; returns the seconds and the processor seconds it took. */
export async function plainLoop(
  bench: Bench,
  circularId: string,
  smtpPort: number,
  count: number,
): Promise<{ seconds: number; cpu: number }> {
  const { buildKepMessage } = await import("../lib/circulars/server/channels/kep-message.ts");
  const { prepareAttachments } = await import("../lib/circulars/server/channels/message-parts.ts");
  const { configuredSigner } = await import("../lib/circulars/server/signer/configured-signer.ts");
  const files = await bench.sql<{ name: string; mediaType: string; bytes: Buffer }>(
    `SELECT f.name, f.media_type AS "mediaType", f.bytes FROM circular c JOIN file f ON f.id IN (c.document_file_id, c.signature_file_id) WHERE c.id = $1`,
    [circularId],
  );
  const attachments = prepareAttachments(files.map(({ name, mediaType, bytes }) => ({ filename: name, mediaType, bytes })));
  const signer = await configuredSigner("demo");
  const from = { name: "Aksaray Çalışma ve İş Kurumu İl Müdürlüğü", address: "aksarayiskur@hs01.kep.test" };
  const pool = nodemailer.createTransport({
    pool: true,
    host: "127.0.0.1",
    port: smtpPort,
    ignoreTLS: true,
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  const send = async (serial: number) => {
    const to = { name: `Kurum ${serial}`, address: `kurum${serial}@hs01.kep.test` };
    const packageId = randomUUID();
    const messageId = `<${packageId}@izin-masasi>`;
    const facts = {
      from,
      to,
      subject: "Çalışma İzni Belgeleri",
      text: `Kurum ${serial}\n\nYazı ektedir.`,
      attachments,
      messageId,
      packageId,
    };
    const raw = await buildKepMessage({ ...facts, messageType: "standart", date: new Date(), signer });
    await pool.sendMail({ envelope: { from: from.address, to: [to.address] }, raw });
  };
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const serials = Array.from({ length: count }, (_, index) => index + 1).values();
  const lane = async () => {
    for (const serial of serials) await send(serial);
  };
  await Promise.all(Array.from({ length: connections }, lane));
  const { user, system } = process.cpuUsage(cpuBefore);
  pool.close();
  return { seconds: (performance.now() - startedAt) / 1_000, cpu: (user + system) / 1e6 };
}
