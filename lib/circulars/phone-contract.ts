/** What an institution said on the telephone, and the record that takes a wrong one back. */
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Id, LocalDate, line, text, Version } from "../platform/http/fields.ts";
import { BoardRow } from "./delivery-contract.ts";
import { phoneStatements } from "./phone-answer.ts";

const OfRecipient = z.object({ circularId: Id, recipientId: Id, version: Version });

/** The record itself is the evidence (N6); the institution's own declaration stays a thing of its own. */
export const recordPhoneAnswer = endpoint({
  name: "recordPhoneAnswer",
  method: "POST",
  path: "/api/circulars/[circularId]/recipients/[recipientId]/phone-answer",
  permission: "delivery:record",
  input: OfRecipient.extend({
    statement: z.enum(phoneStatements),
    spokenName: line(160),
    spokenTitle: line(160, 0),
    spokenOn: LocalDate,
    spokenTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Saati 14:30 gibi yazın."),
    /** Until when an answer was promised; only with `promised`. */
    answerBy: LocalDate.nullable(),
    note: text(500, 0),
  }),
  output: BoardRow,
});

export const reversePhoneAnswer = endpoint({
  name: "reversePhoneAnswer",
  method: "POST",
  path: "/api/circulars/[circularId]/recipients/[recipientId]/phone-answer/reverse",
  permission: "delivery:record",
  input: OfRecipient.extend({ answerId: Id, reason: text(500) }),
  output: BoardRow,
});
