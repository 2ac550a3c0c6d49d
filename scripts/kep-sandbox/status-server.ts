// The provider's status service, and the switchboard of the tests. Loopback only.
import { createServer, type IncomingMessage, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { mailboxPage } from "./mailbox-page.ts";
import { describeMessage, type MessageBook } from "./message-book.ts";
import { writeRemEvidence } from "./rem-writer.ts";

export type StatusServerOptions = {
  book: MessageBook;
  counts(): Record<string, number>;
  settings(): unknown;
  configure(change: unknown): unknown;
};

type Answer = { status: number; body: unknown } | { status: 200; page: string };

export function statusServer(options: StatusServerOptions): Server {
  return createServer((request, response) => {
    answer(options, request)
      .catch((error: unknown): Answer => ({ status: 400, body: { error: error instanceof Error ? error.message : "bad request" } }))
      .then((given) => {
        const isPage = "page" in given;
        const type = isPage ? "text/html; charset=utf-8" : "application/json";
        response.writeHead(given.status, { "content-type": type, "cache-control": "no-store", "referrer-policy": "no-referrer" });
        response.end(isPage ? given.page : JSON.stringify(given.body));
      });
  });
}

async function answer(options: StatusServerOptions, request: IncomingMessage): Promise<Answer> {
  // A page in a browser could reach loopback by a name of its own; only the literal hosts are served.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? "")) return { status: 403, body: { error: "loopback only" } };
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const [first, id, tail] = url.pathname.split("/").filter((part) => part !== "");
  if (request.method === "POST" && first === "settings") return await change(options, request);
  if (request.method !== "GET") return { status: 405, body: { error: "method not allowed" } };
  if (first === "counts") return { status: 200, body: options.counts() };
  if (first === "settings") return { status: 200, body: options.settings() };
  if (first === "mailbox") return { status: 200, page: mailboxPage(options.book.all(), url.searchParams.get("to")) };
  if (first === "messages" && id === undefined) return { status: 200, body: list(options.book, url.searchParams) };
  if (first === "messages" && id !== undefined) return one(options.book, decodeURIComponent(id), tail);
  return { status: 404, body: { error: "no such page" } };
}

async function change(options: StatusServerOptions, request: IncomingMessage): Promise<Answer> {
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? ""))
    return { status: 415, body: { error: "application/json expected" } };
  return { status: 200, body: options.configure(JSON.parse(await text(request))) };
}

function list(book: MessageBook, search: URLSearchParams): unknown {
  const to = search.get("to");
  const packageId = search.get("packageId");
  const found = book.all().filter((one) => (to === null || one.to === to) && (packageId === null || one.packageId === packageId));
  const from = Number(search.get("from") ?? 0);
  return { total: found.length, messages: found.slice(from, from + 1000).map((one) => describeMessage(one, Date.now())) };
}

function one(book: MessageBook, messageId: string, tail: string | undefined): Answer {
  const message = book.find(messageId);
  if (message === null) return { status: 404, body: { known: false } };
  if (tail === undefined) return { status: 200, body: describeMessage(message, Date.now()) };
  if (tail !== "evidence") return { status: 404, body: { error: "no such page" } };
  if (message.channel === "email") return { status: 404, body: { known: false } };
  const happened = message.plan.filter((planned) => planned.eventAt <= Date.now());
  return { status: 200, body: { evidence: happened.map((planned) => writeRemEvidence(message, planned).toString("base64")) } };
}
