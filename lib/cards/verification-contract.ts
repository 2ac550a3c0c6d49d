/** Whether a card in somebody's hand is good: by its QR, by number and year of birth, or at a signed-in desk (B21; Security 5). */
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Id, LocalDate, line } from "../platform/http/fields.ts";
import { UnreadableReason } from "./card-code.ts";
import { CardKind, CardNumber } from "./contract.ts";
import { Entitlement } from "./entitlements.ts";
import { fewestLetters, lettersOf } from "./verification-letters.ts";

export const CardOutcome = z.enum(["valid", "not_yet", "expired", "cancelled", "reported_lost_or_stolen", "replaced", "unknown"]);
export type CardOutcome = z.infer<typeof CardOutcome>;

/** `either`: issued in the days in which both designs were handed out. */
export const ExpectedDesign = z.enum(["old", "new", "either"]);
export type ExpectedDesign = z.infer<typeof ExpectedDesign>;

/** Always these fields: an unknown card differs from a known one in their values only. */
export const CardAnswer = z.object({
  outcome: CardOutcome,
  number: CardNumber.nullable(),
  cardKind: CardKind.nullable(),
  design: ExpectedDesign.nullable(),
  issuedOn: LocalDate.nullable(),
  validFrom: LocalDate.nullable(),
  /** Null also for a card without an end; `outcome` tells the two apart. */
  validTo: LocalDate.nullable(),
  rights: z.array(Entitlement),
  /** Allows to compare the employer for a quarter of an hour. */
  ticket: z.string().nullable(),
});
export type CardAnswer = z.infer<typeof CardAnswer>;

export const CardVerification = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("answered"), answer: CardAnswer, testCode: z.boolean() }),
  /** Not looked up: the code is not ours, or not whole. */
  z.object({ kind: z.literal("unreadable"), reason: UnreadableReason }),
]);
export type CardVerification = z.infer<typeof CardVerification>;

/** What the camera, a picture or a hand gave; no second factor, since a signed code cannot be guessed. */
export const verifyCardCode = endpoint({
  name: "verifyCardCode",
  method: "POST",
  path: "/api/cards/verification/code",
  permission: "public",
  input: z.object({ code: z.string().min(1).max(2_000) }),
  output: CardVerification,
  limitPerMinute: 60,
});

/** A number and a year of birth are about six bits: five tries, then an hour's wait, for cards that exist and cards that do not. */
export const verifyCardNumber = endpoint({
  name: "verifyCardNumber",
  method: "POST",
  path: "/api/cards/verification/number",
  permission: "public",
  input: z.object({ number: CardNumber, birthYear: z.int().min(1900).max(2100) }),
  output: CardAnswer,
  limitPerMinute: 30,
  triesPerHour: { limit: 5, field: "number" },
});

export const EmployerComparison = z.object({ result: z.enum(["matches", "differs", "not_recorded"]) });
export type EmployerComparison = z.infer<typeof EmployerComparison>;

/** Compares the first letters of the title on the card; what the record says is never told. */
export const compareCardEmployer = endpoint({
  name: "compareCardEmployer",
  method: "POST",
  path: "/api/cards/verification/employer",
  permission: "public",
  input: z.object({
    number: CardNumber,
    ticket: z.string().min(20).max(100),
    letters: line(120).refine((text) => lettersOf(text).length >= fewestLetters, `Unvanın en az ilk ${fewestLetters} harfini yazın.`),
  }),
  output: EmployerComparison,
  limitPerMinute: 30,
  triesPerHour: { limit: 5, field: "number" },
});

/** At a desk with a session: by the card's or the serial number alone, within one's own rows, with the way to the record. */
export const verifyCardAtDesk = endpoint({
  name: "verifyCardAtDesk",
  method: "POST",
  path: "/api/cards/verification/desk",
  permission: "card:read",
  input: z.object({ number: line(20, 6) }),
  output: z.object({ answer: CardAnswer, cardId: Id.nullable(), permitId: Id.nullable() }),
});
