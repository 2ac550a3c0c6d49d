// The queue of cards that somebody must deal with, with owner and day (K7).
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { listOf, numberParam, ProvinceId } from "../permits/contract.ts";
import { Empty, Id, Instant, LocalDate, line, text, Version } from "../platform/http/fields.ts";
import { CardExceptionRow, CardRow } from "./card-contract.ts";
import { CardExceptionKind } from "./exceptions.ts";

export const ExceptionFilter = z.object({
  kind: listOf(CardExceptionKind).optional(),
  province: listOf(numberParam.pipe(ProvinceId)).optional(),
  /** "mine": taken by the reader; "free": by nobody yet. */
  owner: z.enum(["mine", "free"]).optional(),
  /** Past its day. */
  overdue: z.literal("yes").optional(),
});
export type ExceptionFilter = z.infer<typeof ExceptionFilter>;

export const QueuedException = CardExceptionRow.extend({
  card: CardRow.pick({ id: true, number: true, name: true, provinceId: true, kind: true, design: true, whereabouts: true }),
});
export type QueuedException = z.infer<typeof QueuedException>;

/** Open exceptions, the one due first on top; 50 a page. */
export const listCardExceptions = endpoint({
  name: "listCardExceptions",
  method: "GET",
  path: "/api/cards/exceptions",
  permission: "card:read",
  input: ExceptionFilter.extend({ after: z.string().max(200).optional() }),
  output: z.object({
    exceptions: z.array(QueuedException),
    next: z.string().nullable(),
    /** Open ones of each kind under the other filters. */
    counts: z.array(z.object({ kind: CardExceptionKind, total: z.int(), overdue: z.int() })),
    asOf: Instant,
  }),
});

/** What of it waits in the actor's rows: for the home page. */
export const summariseCardExceptions = endpoint({
  name: "summariseCardExceptions",
  method: "GET",
  path: "/api/cards/exceptions/summary",
  permission: "card:read",
  input: Empty,
  output: z.object({
    total: z.int(),
    overdue: z.int(),
    returned: z.int(),
    first: z.array(QueuedException),
    asOf: Instant,
  }),
});

const handle = { exceptionId: Id, version: Version };

/** The reader deals with it from now on. */
export const takeCardException = endpoint({
  name: "takeCardException",
  method: "POST",
  path: "/api/cards/exceptions/[exceptionId]/take",
  permission: "card_exception:resolve",
  input: z.object(handle),
  output: CardExceptionRow,
});

/** The holder comes for the returned card: until that day nobody is asked again. */
export const planCardCollection = endpoint({
  name: "planCardCollection",
  method: "POST",
  path: "/api/cards/exceptions/[exceptionId]/collection",
  permission: "card_exception:resolve",
  input: z.object({ ...handle, place: line(120, 3), on: LocalDate }),
  output: CardExceptionRow,
});

/** Says in words how it was settled. A returned card is settled by what is done with the card. */
export const closeCardException = endpoint({
  name: "closeCardException",
  method: "POST",
  path: "/api/cards/exceptions/[exceptionId]/close",
  permission: "card_exception:resolve",
  input: z.object({ ...handle, resolution: text(1_000, 5) }),
  output: CardExceptionRow,
});
