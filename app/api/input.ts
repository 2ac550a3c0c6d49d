import type { NextRequest } from "next/server";
import { hex, sha256 } from "@/lib/platform/crypto/digest";
import { AppError, type InvalidParam } from "@/lib/platform/errors";
import type { Endpoint } from "@/lib/platform/http/endpoint";

const mebibyte = 1_048_576;

/** Path, query, body and cookie of a request as the one raw input object that the endpoint's schema will judge. */
export async function readInput(
  endpoint: Endpoint,
  request: NextRequest,
  params: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const carried = endpoint.method === "GET" || endpoint.method === "DELETE" ? queryOf(request) : await bodyOf(endpoint, request);
  const cookie = endpoint.cookie && { [endpoint.cookie.field]: request.cookies.get(endpoint.cookie.name)?.value };
  if (endpoint.cookie && !cookie?.[endpoint.cookie.field]) throw new AppError("link_expired");
  return { ...carried, ...params, ...cookie, ...(endpoint.bearer && { [endpoint.bearer]: bearerOf(request) }) };
}

function bearerOf(request: NextRequest): string {
  const key = /^Bearer ([\x21-\x7e]{16,500})$/.exec(request.headers.get("authorization") ?? "")?.[1];
  if (!key) throw new AppError("unauthenticated", { message: "Bu adrese anahtarla gelinir." });
  return key;
}

function queryOf(request: NextRequest): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  for (const key of new Set(request.nextUrl.searchParams.keys())) {
    const values = request.nextUrl.searchParams.getAll(key);
    query[key] = values.length > 1 ? values : values[0];
  }
  return query;
}

async function bodyOf(endpoint: Endpoint, request: NextRequest): Promise<Record<string, unknown>> {
  const limit = endpoint.maxBytes ?? mebibyte;
  if (Number(request.headers.get("content-length") ?? 0) > limit + 4_096) throw new AppError("payload_too_large");
  const bytes = await readLimited(request, limit + 4_096);
  if (endpoint.takesFile) return formOf(request, bytes);
  if (bytes.length === 0) return {};
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (value && typeof value === "object" && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // falls through to the same refusal as a body that is no object
  }
  throw new AppError("bad_input", { invalidParams: [{ path: "", message: "Gövde geçerli bir JSON nesnesi değil." }] });
}

async function readLimited(request: NextRequest, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  const next = () => reader?.read().catch(refuseUnfinished);
  for (let part = await next(); part && !part.done; part = await next()) {
    size += part.value.length;
    if (size > limit) throw new AppError("payload_too_large");
    parts.push(part.value);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** Whoever asked left in the middle of an upload: nothing of ours has failed. */
function refuseUnfinished(): never {
  throw new AppError("bad_input", { invalidParams: [{ path: "", message: "Gövde sonuna kadar gelmedi." }] });
}

async function formOf(request: NextRequest, bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, unknown>> {
  const type = request.headers.get("content-type") ?? "";
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData().catch(() => null);
  const file = form?.get("file");
  if (!form || !(file instanceof File)) throw new AppError("bad_input", { invalidParams: [{ path: "file", message: "Bir dosya seçin." }] });
  const fields: Record<string, unknown> = {};
  for (const [key, value] of form.entries()) if (typeof value === "string") fields[key] = value;
  return { ...fields, file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } };
}

/** Text that no column of the database can hold: a NUL, or half of a character. Asked of a parsed input, so its depth is known. */
export function refuseUnstorable(input: unknown): void {
  const invalidParams = unstorableTexts(input, []);
  if (invalidParams.length > 0) throw new AppError("bad_input", { invalidParams });
}

function unstorableTexts(value: unknown, path: string[]): InvalidParam[] {
  if (typeof value === "string") {
    const isStorable = value.isWellFormed() && !value.includes("\u0000");
    return isStorable ? [] : [{ path: path.join("."), message: "Okunamayan bir karakter içeriyor." }];
  }
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return [];
  return Object.entries(value).flatMap(([key, member]) => unstorableTexts(member, [...path, key]));
}

/** The input as an idempotency key remembers it: a file by its digest, and never what proves the person. */
export function digestible(input: unknown): unknown {
  const { file, stepUp: _secret, ...rest } = input as { file?: { name: string; bytes: Uint8Array }; stepUp?: unknown };
  return file ? { ...rest, file: { name: file.name, sha256: hex(sha256(file.bytes)) } } : rest;
}
