// The two SMTP doors, of the KEP provider and of an ordinary e-mail server: loopback only, .test addresses only, one
// recipient per message; KEP takes signed messages only.
import type { Socket } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { FaultDice } from "./faults.ts";
import type { ReceivedMessage } from "./message-book.ts";
import { readMessage } from "./received-message.ts";
import type { HandOverFault, SandboxSettings } from "./settings.ts";

/** KEP messages are at most 25 MB. */
const MAX_BYTES = 25_000_000;
const TEST_ADDRESS = /^[^\s@<>,;]+@([a-z0-9-]+\.)+test$/;

export type ReceptionOptions = {
  channel: "kep" | "email";
  settings(): SandboxSettings;
  dice: FaultDice;
  /** Writes the message down and gives the provider's id; runs before the sender hears "accepted". */
  take(message: ReceivedMessage): string;
  onRefused(): void;
};

type Done = (error?: Error | null, message?: string) => void;

export function receptionServer(options: ReceptionOptions): SMTPServer {
  const server: SMTPServer = new SMTPServer({
    banner: options.channel === "kep" ? "KEP sandbox" : "e-mail sandbox",
    disabledCommands: ["AUTH", "STARTTLS"],
    authOptional: true,
    disableReverseLookup: true,
    maxAllowedUnauthenticatedCommands: false,
    size: MAX_BYTES,
    rejectOversized: true,
    closeTimeout: 100,
    onMailFrom: (address, _session, done) =>
      done(TEST_ADDRESS.test(address.address.toLowerCase()) ? null : reply(550, "5.1.8 only .test senders")),
    onRcptTo: (address, session, done) => done(recipientRefusal(options, address.address.toLowerCase(), session)),
    onData: (stream, session, done) => {
      const answer = (error?: Error | null, message?: string) => {
        if (error) options.onRefused();
        done(error, message);
      };
      receive({ options, stream, session, answer, cut: () => cutConnection(server, session.id) }).catch(() =>
        answer(reply(451, "4.3.0 sandbox failed")),
      );
    },
  });
  // A sender that breaks off is part of the game and must not end the process.
  server.on("error", () => undefined);
  return server;
}

function recipientRefusal(options: ReceptionOptions, address: string, session: SMTPServerSession): Error | null {
  if (!TEST_ADDRESS.test(address)) return reply(550, "5.1.1 only .test addresses");
  if (options.channel === "email" && /\.kep\.test$/.test(address)) return reply(550, "5.7.1 a KEP box takes no e-mail");
  if (session.envelope.rcptTo.length > 0) return reply(554, "5.5.3 one recipient per message");
  const fault = options.dice.strike(options.settings(), "rcpt", { key: address, address });
  if (fault === null) return null;
  options.onRefused();
  return fault.kind === "rcpt_deferred" ? reply(451, "4.7.1 try again later") : reply(550, "5.1.1 no such KEP account");
}

type Incoming = { options: ReceptionOptions; stream: SMTPServerDataStream; session: SMTPServerSession; answer: Done; cut(): void };

async function receive({ options, stream, session, answer, cut }: Incoming): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) return answer(reply(552, "5.3.4 over 25 MB"));
  const { mailFrom, rcptTo } = session.envelope;
  const envelope = { from: mailFrom ? mailFrom.address.toLowerCase() : "", to: rcptTo[0]?.address.toLowerCase() ?? "" };
  const { isSignatureRequired } = options.settings();
  const reading = readMessage(Buffer.concat(chunks), envelope, { channel: options.channel, isSignatureRequired });
  if (!reading.ok) return answer(reply(550, reading.reply));
  const { message } = reading;
  const fault = options.dice.strike(options.settings(), "data", { key: message.messageId, address: message.to });
  const refusal = fault === null ? null : refusalOf(fault);
  if (refusal !== null) return answer(refusal);
  const isKept = fault === null || (fault.isKept && fault.kind !== "reset_during_data");
  const providerId = isKept ? options.take(message) : null;
  if (fault === null) return answer(null, `2.0.0 ${providerId}`);
  if (fault.kind !== "hang_after_data") cut();
}

function refusalOf(fault: HandOverFault): Error | null {
  if (fault.kind === "data_deferred") return reply(451, "4.3.0 try again later");
  if (fault.kind === "data_refused") return reply(554, "5.7.1 refused by policy");
  return fault.kind === "data_too_large" ? reply(552, "5.3.4 message too large") : null;
}

/** Resets the connection as a failing machine or firewall does, without an answer. */
function cutConnection(server: SMTPServer, sessionId: string): void {
  for (const connection of server.connections) {
    const socket = (connection as unknown as { _socket: Socket })._socket;
    if (connection.id === sessionId) socket.resetAndDestroy();
  }
}

function reply(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
