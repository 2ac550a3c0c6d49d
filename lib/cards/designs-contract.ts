/** Both card designs side by side, and the guide that institutions keep at their counters (B20). */
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Empty, LocalDate } from "../platform/http/fields.ts";
import { FileAnswer } from "../platform/http/files.ts";
import { CardDesign, CardKind } from "./contract.ts";

export const DesignSummary = z.object({
  design: CardDesign,
  /** The first and the last day on which any kind was issued in this design; null where none is fixed. */
  issueFrom: LocalDate.nullable(),
  issueUntil: LocalDate.nullable(),
  kinds: z.array(CardKind),
  /** Permits in force whose valid card has this design; of old ones those without an end apart. Null before the first count. */
  cards: z.object({ ending: z.int(), open: z.int() }).nullable(),
});
export type DesignSummary = z.infer<typeof DesignSummary>;

export const CardDesigns = z.object({
  asOf: LocalDate.nullable(),
  designs: z.array(DesignSummary),
  /** What the QR of the guide opens. */
  verificationAddress: z.string(),
});
export type CardDesigns = z.infer<typeof CardDesigns>;

export const readCardDesigns = endpoint({
  name: "readCardDesigns",
  method: "GET",
  path: "/api/cards/designs",
  permission: "card:read",
  input: Empty,
  output: CardDesigns,
});

/** One A4 page as PDF, to print or to send along with a circular. */
export const readCounterGuide = endpoint({
  name: "readCounterGuide",
  method: "GET",
  path: "/api/cards/guide",
  permission: "card:read",
  input: Empty,
  output: FileAnswer,
  answersFile: true,
});
