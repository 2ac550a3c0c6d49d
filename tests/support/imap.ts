import type { Socket } from "node:net";
import { listening } from "./kep.ts";

export type ImapMailbox = { port: number; mails: { raw: Buffer; isSeen: boolean }[]; commands: string[]; close(): void };

/** A mailbox that speaks just enough IMAP over a real socket for one client to search, fetch and mark mails. */
export async function anImapMailbox(raws: Buffer[]): Promise<ImapMailbox> {
  const mails = raws.map((raw) => ({ raw, isSeen: false }));
  const commands: string[] = [];
  const sockets: Socket[] = [];
  const { server, port } = await listening((socket) => {
    sockets.push(socket);
    socket.write("* OK [CAPABILITY IMAP4rev1] ready\r\n");
    let rest = "";
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      const lines = (rest + bytes.toString("latin1")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const [tag = "", ...words] = line.split(" ");
        commands.push(words.join(" "));
        socket.write(Buffer.concat([reply(words.join(" "), mails), Buffer.from(`${tag} OK done\r\n`)]));
      }
    });
  });
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port, mails, commands, close };
}

function reply(command: string, mails: ImapMailbox["mails"]): Buffer {
  const mail = mails[Number(/^UID (?:FETCH|STORE) (\d+)/i.exec(command)?.[1] ?? 0) - 1];
  if (/^CAPABILITY/i.test(command)) return Buffer.from("* CAPABILITY IMAP4rev1\r\n");
  if (/^LIST/i.test(command)) return Buffer.from('* LIST () "/" "INBOX"\r\n');
  if (/^SELECT/i.test(command)) {
    return Buffer.from(`* ${mails.length} EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT ${mails.length + 1}] ok\r\n`);
  }
  if (/^UID SEARCH/i.test(command)) {
    const unseen = mails.flatMap((one, index) => (one.isSeen ? [] : [index + 1]));
    return Buffer.from(`* SEARCH ${unseen.join(" ")}\r\n`);
  }
  if (/^UID STORE/i.test(command) && mail) mail.isSeen = /\\Seen/i.test(command);
  if (!/^UID FETCH/i.test(command) || mail === undefined) return Buffer.alloc(0);
  const uid = mails.indexOf(mail) + 1;
  const section = /BODY(?:\.PEEK)?\[\](<\d+)?/i.exec(command)?.[1] === undefined ? "BODY[]" : "BODY[]<0>";
  const envelope = '("d" "s" (("n" NIL "kephs" "hs99.kep.test")) NIL NIL (("n" NIL "aksarayiskur" "hs01.kep.test")) NIL NIL NIL "<m>")';
  const head = `* ${uid} FETCH (UID ${uid} ENVELOPE ${envelope} ${section} {${mail.raw.length}}\r\n`;
  return Buffer.concat([Buffer.from(head), mail.raw, Buffer.from(")\r\n")]);
}
