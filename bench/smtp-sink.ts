// The provider's side of the dispatch bench as a process of its own: takes whatever comes, as fast as it can, and keeps
// count of the Message-IDs.
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

const counts = { messages: 0, bytes: 0 };
const seen = new Set<string>();

const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  authOptional: true,
  disableReverseLookup: true,
  maxAllowedUnauthenticatedCommands: false,
  onData(stream, _session, done) {
    let head = "";
    stream.on("data", (chunk: Buffer) => {
      counts.bytes += chunk.length;
      if (head.length < 4_000) head += chunk.toString("latin1");
    });
    stream.on("end", () => {
      counts.messages += 1;
      seen.add(/^Message-ID: (\S+)/im.exec(head)?.[1] ?? `message ${counts.messages}`);
      done(null, `2.0.0 <${counts.messages}@sink.test>`);
    });
  },
});
// A sender that is gone is the bench's end.
server.on("error", () => undefined);
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.server.address() as AddressInfo).port }));

process.on("message", (word) => {
  process.send?.({ ...counts, distinct: seen.size });
  if (word !== "reset") return;
  Object.assign(counts, { messages: 0, bytes: 0 });
  seen.clear();
});
process.once("disconnect", () => process.exit(0));
