/** Every way an operation may refuse. The code is stable: clients, tests and logs rely on it. */
export const errorStatus = {
  bad_input: 400,
  unauthenticated: 401,
  second_factor_required: 401,
  sign_in_refused: 401,
  code_refused: 401,
  locked_out: 423,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale_version: 409,
  selection_changed: 409,
  state_forbids: 409,
  duplicate: 409,
  idempotency_mismatch: 409,
  preparation_expired: 409,
  not_ready: 409,
  file_refused: 422,
  letter_refused: 422,
  mode_forbids: 403,
  link_expired: 410,
  payload_too_large: 413,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** One field the caller can correct; `path` is the input path ("recipients.3.role"). */
export type InvalidParam = { path: string; message: string };

export type ErrorDetails = {
  /** Turkish sentence that says more than the catalogue's; shown to the user. */
  message?: string;
  invalidParams?: InvalidParam[];
  /** The version the record has now, with `stale_version`. */
  currentVersion?: number;
  /** How many records a frozen selection lacks, has too many, and has in another version, with `selection_changed`. */
  difference?: { added: number; removed: number; changed: number };
  /** Seconds to wait, with `rate_limited` and `locked_out`. */
  retryAfter?: number;
};

/** A broken rule. Expected outcomes are values, never this. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.message ?? code);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}
