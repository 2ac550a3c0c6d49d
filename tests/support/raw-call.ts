import { NextRequest } from "next/server";
import type { Endpoint } from "../../lib/platform/http/endpoint.ts";
import { pathParameters } from "../../lib/platform/http/endpoint.ts";
import { declaredEndpoints, servedRoutes } from "./contract.ts";

type Handler = (request: NextRequest, route: { params: Promise<Record<string, string>> }) => Promise<Response>;

export type Sent = { params?: Record<string, string>; query?: URLSearchParams; body?: BodyInit | null; headers?: Record<string, string> };
export type Answer = { status: number; headers: [string, string][]; text: string; problem: Problem | null };
export type Problem = { code: string; title: string; requestId: string; invalidParams?: { path: string; message: string }[] };

/** An endpoint together with the handler that Next would call for it. */
export type Door = { endpoint: Endpoint; knock(sent: Sent): Promise<Answer> };

/** Every address of the BFF, to be called with whatever a stranger might send: nothing is checked on this side. */
export async function everyDoor(): Promise<Door[]> {
  const files = new Map(servedRoutes().map(({ endpointName, file }) => [endpointName, file]));
  const declared = await declaredEndpoints();
  return declared.flatMap(({ endpoint }) => {
    const file = files.get(endpoint.name);
    return file ? [{ endpoint, knock: (sent: Sent) => knock(endpoint, file, sent) }] : [];
  });
}

type Handlers = Record<string, Handler | undefined>;
const opened = new Map<string, Promise<Handlers>>();

/** Found once a file: thousands knock at each door, and asking the module loader again costs as much as some answers. */
function handlersIn(file: string): Promise<Handlers> {
  const handlers: Promise<Handlers> = opened.get(file) ?? import(/* @vite-ignore */ `../../${file}`);
  opened.set(file, handlers);
  return handlers;
}

async function knock(endpoint: Endpoint, file: string, { params = {}, query, body = null, headers = {} }: Sent): Promise<Answer> {
  const handlers = await handlersIn(file);
  const path = endpoint.path.replace(/\[(\w+)\]/g, (_whole, name: string) => encodeURIComponent((params[name] ?? "").toWellFormed()));
  const url = `http://127.0.0.1:1${path}${query && [...query].length > 0 ? `?${query}` : ""}`;
  const request = new NextRequest(url, { method: endpoint.method, headers, ...(body !== null && { body, duplex: "half" as const }) });
  const response = await handlers[endpoint.method]?.(request, { params: Promise.resolve(params) });
  if (!response) throw new Error(`${file} has no ${endpoint.method}`);
  const text = Buffer.from(await response.arrayBuffer()).toString("latin1");
  const isProblem = response.headers.get("content-type") === "application/problem+json";
  const utf8 = Buffer.from(text, "latin1").toString("utf8");
  const sorted = [...response.headers].filter(([name]) => name !== "x-request-id").toSorted(([a], [b]) => a.localeCompare(b));
  return { status: response.status, headers: sorted, text: utf8, problem: isProblem ? (JSON.parse(utf8) as Problem) : null };
}

/** The raw request an input would travel in: path, query or body, multipart where the endpoint takes a file. */
export function sentOf(endpoint: Endpoint, input: Record<string, unknown>, headers: Record<string, string>): Sent {
  const rest = { ...input };
  const params: Record<string, string> = {};
  for (const name of pathParameters(endpoint.path)) {
    params[name] = textOf(rest[name]);
    delete rest[name];
  }
  if (endpoint.cookie) delete rest[endpoint.cookie.field];
  if (endpoint.bearer) delete rest[endpoint.bearer];
  if (endpoint.method === "GET" || endpoint.method === "DELETE") return { params, query: queryOf(rest), headers };
  if (endpoint.takesFile) return { params, body: formOf(rest), headers };
  return { params, body: JSON.stringify(rest), headers: { "content-type": "application/json", ...headers } };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

function queryOf(values: Record<string, unknown>): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const item of Array.isArray(value) ? value : [value]) if (item !== undefined) query.append(name, textOf(item));
  }
  return query;
}

function formOf(values: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    if (value instanceof File) form.set(name, value);
    else if (value !== undefined) form.set(name, textOf(value));
  }
  return form;
}
