import type { Reader } from "./db/reader.ts";
import type { Db } from "./db/transaction.ts";

/** What an operation is given besides its input. `now` is a value, so that rules can be tested at any moment. */
export type Context<Actor> = { actor: Actor; db: Db; now: Date; requestId: string; sessionId?: string };

/** The same for an operation that only reads, one statement at a time. */
export type ReadContext<Actor> = { actor: Actor; reader: Reader; now: Date; requestId: string };
