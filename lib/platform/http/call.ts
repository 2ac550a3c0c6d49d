import { errorMessages } from "../error-messages.ts";
import { AppError } from "../errors.ts";
import { type Endpoint, type InputOf, type OutputOf, pathParameters } from "./endpoint.ts";
import { Problem } from "./problem.ts";

/** A refusal as the browser sees it: the problem document with its request id. */
export class ProblemError extends AppError {
  readonly requestId: string;
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code, {
      message: problem.title,
      ...(problem.invalidParams && { invalidParams: problem.invalidParams }),
      ...(problem.currentVersion !== undefined && { currentVersion: problem.currentVersion }),
      ...(problem.difference && { difference: problem.difference }),
      ...(problem.retryAfter !== undefined && { retryAfter: problem.retryAfter }),
    });
    this.name = "ProblemError";
    this.requestId = problem.requestId;
    this.problem = problem;
  }
}

export type CallOptions = {
  baseUrl?: string;
  fetch?: typeof fetch;
  signal?: AbortSignal;
  idempotencyKey?: string;
  headers?: Record<string, string>;
};

/** The address of an endpoint for an input: path parameters filled in, the rest as query for reads. */
export function urlOf<E extends Endpoint>(endpoint: E, input: InputOf<E>, baseUrl = ""): { url: string; rest: Record<string, unknown> } {
  const rest: Record<string, unknown> = { ...(input as Record<string, unknown>) };
  let path = endpoint.path;
  for (const name of pathParameters(endpoint.path)) {
    path = path.replace(`[${name}]`, encodeURIComponent(String(rest[name])));
    delete rest[name];
  }
  if (endpoint.method !== "GET" && endpoint.method !== "DELETE") return { url: baseUrl + path, rest };
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(rest)) {
    if (value === undefined || value === null || value === "") continue;
    for (const item of Array.isArray(value) ? value : [value]) query.append(key, String(item));
  }
  const text = query.toString();
  return { url: baseUrl + path + (text && `?${text}`), rest: {} };
}

function bodyOf(endpoint: Endpoint, rest: Record<string, unknown>): RequestInit {
  if (endpoint.method === "GET" || endpoint.method === "DELETE") return {};
  if (!endpoint.takesFile) return { body: JSON.stringify(rest), headers: { "content-type": "application/json" } };
  const form = new FormData();
  for (const [key, value] of Object.entries(rest)) {
    if (key !== "file" && value !== undefined) form.set(key, String(value));
  }
  const file = rest.file as { name: string; bytes: Uint8Array<ArrayBuffer> };
  form.set("file", new File([file.bytes], file.name));
  return { body: form };
}

async function refusal(response: Response): Promise<ProblemError> {
  const parsed = Problem.safeParse(await response.json().catch(() => null));
  if (parsed.success) return new ProblemError(parsed.data);
  const code = response.status >= 500 ? "unavailable" : "internal";
  return new ProblemError({ type: "about:blank", title: errorMessages[code], status: response.status, code, requestId: "-" });
}

/** Calls an endpoint of the BFF and parses its answer; throws {@link ProblemError}. */
export async function call<E extends Endpoint>(endpoint: E, input: InputOf<E>, options: CallOptions = {}): Promise<OutputOf<E>> {
  const { url, rest } = urlOf(endpoint, input, options.baseUrl);
  const body = bodyOf(endpoint, rest);
  const headers = { ...body.headers, ...options.headers, ...(options.idempotencyKey && { "idempotency-key": options.idempotencyKey }) };
  const run = options.fetch ?? fetch;
  const response = await run(url, {
    ...body,
    method: endpoint.method,
    headers,
    signal: options.signal ?? null,
    credentials: "same-origin",
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ProblemError({ type: "about:blank", title: offline, status: 503, code: "unavailable", requestId: "-" });
  });
  if (!response.ok) throw await refusal(response);
  if (!endpoint.answersFile) return endpoint.output.parse(await response.json()) as OutputOf<E>;
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "dosya";
  return endpoint.output.parse({
    name: decodeURIComponent(name),
    mediaType: response.headers.get("content-type") ?? "application/octet-stream",
    bytes: new Uint8Array(await response.arrayBuffer()),
  }) as OutputOf<E>;
}

const offline = "Sunucuya ulaşılamadı. Yazdıklarınız duruyor; bağlantınızı denetleyip yeniden deneyin.";
