import { randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { z } from "zod";
import { type OpenSession, sessionOf } from "@/app/session";
import { type Actor, can, type Permission, scopeOf, visitor } from "@/lib/access/policy";
import type { Context, ReadContext } from "@/lib/platform/context";
import { once } from "@/lib/platform/db/idempotency";
import { takeRate, takeTry } from "@/lib/platform/db/rate-limit";
import { readerOf } from "@/lib/platform/db/reader";
import { withScope } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { Endpoint, ParsedInputOf } from "@/lib/platform/http/endpoint";
import type { FileAnswer, LinkAnswer } from "@/lib/platform/http/files";
import { networkOf } from "@/lib/platform/http/network";
import { badInput, problemOf } from "@/lib/platform/http/problem";
import { log } from "@/lib/platform/log";
import { digestible, readInput, refuseUnstorable } from "./input";

z.config(z.locales.tr());

type Operation<E extends Endpoint> = (ctx: Context<Actor>, input: ParsedInputOf<E>) => Promise<z.input<E["output"]>>;
type ReadOperation<E extends Endpoint> = (ctx: ReadContext<Actor>, input: ParsedInputOf<E>) => Promise<z.input<E["output"]>>;
type RouteArguments = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * Binds an endpoint to its operation: authenticate → authorise → parse → run in the actor's scope → parse the answer.
 * Everything that goes wrong leaves as `application/problem+json` with a code and the request id.
 */
export function serve<E extends Endpoint>(endpoint: E, operation: Operation<E>) {
  return answering(endpoint, async (request, route, requestId) => {
    const asked = await admit(endpoint, request, route);
    return respond(endpoint, endpoint.output.parse(await runInScope(endpoint, operation, asked, request, requestId)), request);
  });
}

/** The same for an operation that only reads: no transaction is held, each statement is one round trip. */
export function serveRead<E extends Endpoint>(endpoint: E, operation: ReadOperation<E>) {
  return answering(endpoint, async (request, route, requestId) => {
    const { actor, input, now } = await admit(endpoint, request, route);
    const output = await operation({ actor, reader: readerOf(scopeOf(actor)), now, requestId }, input);
    return respond(endpoint, endpoint.output.parse(output), request);
  });
}

type Answer = (request: NextRequest, route: RouteArguments, requestId: string) => Promise<Response>;

const answering = (endpoint: Endpoint, answer: Answer) => async (request: NextRequest, route: RouteArguments) => {
  const requestId = randomUUID();
  const startedAt = performance.now();
  const response = await answer(request, route, requestId).catch((error: unknown) => refuse(endpoint, error, requestId));
  response.headers.set("x-request-id", requestId);
  response.headers.set("cache-control", "no-store");
  response.headers.set("x-content-type-options", "nosniff");
  log().info({ requestId, operation: endpoint.name, status: response.status, ms: Math.round(performance.now() - startedAt) }, "request");
  return response;
};

type Asked<E extends Endpoint> = { session: OpenSession | null; actor: Actor; input: ParsedInputOf<E>; now: Date };

async function admit<E extends Endpoint>(endpoint: E, request: NextRequest, route: RouteArguments): Promise<Asked<E>> {
  const now = new Date();
  if (endpoint.method !== "GET") refuseForeignOrigin(request);
  if (endpoint.limitPerMinute) await limit(endpoint.name, endpoint.limitPerMinute, request, now);
  const session = endpoint.permission === "public" ? null : await authorise(endpoint.permission, request);
  const raw = await readInput(endpoint, request, await route.params);
  const input = endpoint.input.safeParse(raw);
  if (!input.success) throw badInput(input.error);
  refuseUnstorable(input.data);
  if (endpoint.triesPerHour) await countTries(endpoint.name, endpoint.triesPerHour, { request, input: input.data, now });
  return { session, actor: session?.actor ?? visitor, input: input.data as ParsedInputOf<E>, now };
}

async function runInScope<E extends Endpoint>(
  endpoint: E,
  operation: Operation<E>,
  { session, actor, input, now }: Asked<E>,
  request: NextRequest,
  requestId: string,
) {
  const key = endpoint.method === "GET" || endpoint.answersSecret ? null : request.headers.get("idempotency-key");
  return await withScope(
    scopeOf(actor),
    (db) => {
      const ctx = { actor, db, now, requestId, ...(session && { sessionId: session.sessionId }) };
      const run = () => operation(ctx, input);
      return key && actor.id ? once({ db, actorId: actor.id, key, operation: endpoint.name, input: digestible(input) }, run) : run();
    },
    { timeoutMs: 60_000 },
  );
}

async function authorise(permission: string, request: NextRequest): Promise<OpenSession> {
  const session = await sessionOf(request);
  if (!session) throw new AppError("unauthenticated");
  if (session.secondFactor === "pending" && permission !== "half_session") throw new AppError("second_factor_required");
  if (permission !== "session" && permission !== "half_session" && !can(session.actor, permission as Permission)) {
    throw new AppError("forbidden");
  }
  return session;
}

/** SameSite keeps the cookie home; this refuses what a lenient browser would still send. */
function refuseForeignOrigin(request: NextRequest): void {
  const origin = request.headers.get("origin");
  if (!origin) return;
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  // "null" is what a sandboxed page sends, and no address.
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw new AppError("forbidden");
}

async function limit(name: string, perMinute: number, request: NextRequest, now: Date): Promise<void> {
  const rate = await takeRate({ key: `${name}:${networkOf(request.headers)}`, limit: perMinute, seconds: 60, now });
  if (!rate.allowed) throw new AppError("rate_limited", { retryAfter: rate.retryAfter });
}

type Tried = { request: NextRequest; input: unknown; now: Date };

/** The network first: one that is out of tries cannot use up those of a stranger's value. */
async function countTries(name: string, { limit, field }: { limit: number; field: string }, { request, input, now }: Tried): Promise<void> {
  const value = String((input as Record<string, unknown>)[field]);
  for (const key of [`${name}:${networkOf(request.headers)}:tries`, `${name}:${field}:${value}`]) {
    const tries = await takeTry({ key, limit, seconds: 3_600, now });
    if (!tries.allowed) throw new AppError("rate_limited", { retryAfter: tries.retryAfter });
  }
}

function respond(endpoint: Endpoint, output: unknown, request: NextRequest): Response {
  if (endpoint.answersFile) return fileResponse(output as FileAnswer);
  if (!endpoint.answersLink) return NextResponse.json(output);
  const { location, cookie } = output as LinkAnswer;
  const response = new NextResponse(null, { status: 303, headers: { location, "referrer-policy": "no-referrer" } });
  if (cookie) {
    const secure = (request.headers.get("x-forwarded-proto") ?? request.nextUrl.protocol).startsWith("https");
    const { name, value, path, maxAgeSeconds } = cookie;
    response.cookies.set({ name, value, path, maxAge: maxAgeSeconds, httpOnly: true, sameSite: "strict", secure });
  }
  return response;
}

/** Files are data, never pages: attachment, sandboxed, no sniffing (quality.md, Security 4). */
function fileResponse(file: FileAnswer): Response {
  const name = encodeURIComponent(file.name);
  return new NextResponse(new Uint8Array(file.bytes), {
    headers: {
      "content-type": file.mediaType,
      "content-disposition": `${file.inline ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
}

function refuse(endpoint: Endpoint, error: unknown, requestId: string): Response {
  const known = error instanceof AppError ? error : new AppError("internal");
  if (known.code === "internal") log().error({ requestId, operation: endpoint.name, error: describe(error) }, "unexpected error");
  const problem = problemOf(known, requestId);
  const headers: Record<string, string> = { "content-type": "application/problem+json" };
  if (problem.retryAfter) headers["retry-after"] = String(problem.retryAfter);
  return new NextResponse(JSON.stringify(problem), { status: problem.status, headers });
}

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
