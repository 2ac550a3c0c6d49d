// Evidence by mail in demo and training: a loopback listener that answers 250 only once the raw bytes are stored,
// so that whatever it did not store stays with the provider and comes again.
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";

export type EvidenceMeta = { from: string | null; to: string[]; receivedAt: Date };

export type EvidenceListenerOptions = {
  port: number;
  host?: "127.0.0.1";
  /** Stores the raw bytes; the provider is told "accepted" only after it has resolved. */
  receive(raw: Buffer, meta: EvidenceMeta): Promise<void>;
  onFailure?(error: unknown): void;
};

export type EvidenceListener = { port: number; close(): Promise<void> };

const MAX_BYTES = 1024 * 1024;

/** Starts the listener; resolves when it accepts connections, rejects when the port is taken. */
export function startEvidenceListener(options: EvidenceListenerOptions): Promise<EvidenceListener> {
  const server = new SMTPServer({
    banner: "evidence",
    disabledCommands: ["AUTH", "STARTTLS"],
    authOptional: true,
    disableReverseLookup: true,
    maxAllowedUnauthenticatedCommands: false,
    size: MAX_BYTES,
    rejectOversized: true,
    closeTimeout: 2000,
    onData: (stream, session, callback) => {
      const { mailFrom, rcptTo } = session.envelope;
      const meta: EvidenceMeta = {
        from: mailFrom ? mailFrom.address : null,
        to: rcptTo.map((recipient) => recipient.address),
        receivedAt: new Date(),
      };
      accept(options, stream, meta).then(
        () => callback(null, "2.0.0 stored"),
        (error: unknown) => {
          options.onFailure?.(error);
          callback(Object.assign(new Error("4.3.0 not stored, try again"), { responseCode: 451 }));
        },
      );
    },
  });
  server.on("error", (error) => options.onFailure?.(error));
  return listen(server, options);
}

async function accept(options: EvidenceListenerOptions, stream: SMTPServerDataStream, meta: EvidenceMeta): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
  // The server itself answers 552 for these; storing half a document would be worse than none.
  if (stream.sizeExceeded) return;
  await options.receive(Buffer.concat(chunks), meta);
}

function listen(server: SMTPServer, options: EvidenceListenerOptions): Promise<EvidenceListener> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host ?? "127.0.0.1", () => {
      server.off("error", reject);
      const { port } = server.server.address() as AddressInfo;
      resolve({ port, close: () => new Promise((closed) => server.close(() => closed())) });
    });
  });
}
