import type { z } from "zod";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** `public` needs no session; `session` needs one of any role; otherwise a permission of the role table. */
export type Access<Permission extends string> = Permission | "public" | "session" | "half_session";

export type Endpoint<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  name: string;
  method: Method;
  /** Next's own spelling: `/api/circulars/[circularId]`. */
  path: string;
  permission: string;
  /** Path parameters, query (GET, DELETE) or body (others) in one object. */
  input: Input;
  output: Output;
  /** The answer is a file, not JSON; `output` is then `FileAnswer`. */
  answersFile?: true;
  /** The body is multipart/form-data with one `file`. */
  takesFile?: true;
  /** The answer is a redirect that leaves a cookie; `output` is then `LinkAnswer`. */
  answersLink?: true;
  /** The named cookie is read into this input field, so that a secret never stands in an address. */
  cookie?: { name: string; field: string };
  /** The bearer key of the `authorization` header is read into this input field: how a partner's machine knocks at a public address. */
  bearer?: string;
  /** Requests a minute and network address; beyond it `rate_limited`. Public endpoints must have one. */
  limitPerMinute?: number;
  /**
   * Tries for one network and for one value of a text field of the input; the last one starts a wait of an hour. Counted
   * before the operation runs, so that the wait is the same for values that exist and values that do not.
   */
  triesPerHour?: { limit: number; field: string };
  /** The answer holds a secret that is told once: it is never kept for a repeated request. */
  answersSecret?: true;
  /** Largest body in bytes; 1 MiB unless told. */
  maxBytes?: number;
};

export type InputOf<E extends Endpoint> = z.input<E["input"]>;
export type ParsedInputOf<E extends Endpoint> = z.output<E["input"]>;
export type OutputOf<E extends Endpoint> = z.output<E["output"]>;

export const pathParameters = (path: string): string[] => [...path.matchAll(/\[(\w+)\]/g)].map((match) => match[1] as string);
