/** Paste intake (product.md A14): names on a pasted Dağıtım page, looked for in the directory of the actor's province. */
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Id, text } from "../platform/http/fields.ts";
import { InstitutionRow, RecipientRole } from "./contract.ts";

/** `certain`: nothing but the known confusions of a scan lies between the line and one name. All else is a person's choice. */
export const MatchGrade = z.enum(["certain", "likely", "none"]);
export type MatchGrade = z.infer<typeof MatchGrade>;

/** Why a person must look: several institutions fit, the province is not said, another province is, letters differ. */
export const MatchDoubt = z.enum(["several", "province_missing", "other_province", "letters"]);
export type MatchDoubt = z.infer<typeof MatchDoubt>;

export const MatchedLine = z.object({
  text: z.string(),
  /** Where the line stands in the text that was sent: the evidence for the match. */
  from: z.int(),
  to: z.int(),
  /** By its heading, its column or a word beside it; null where the page says nothing. */
  role: RecipientRole.nullable(),
  grade: MatchGrade,
  doubt: MatchDoubt.nullable(),
  /** Best first; for a certain line exactly one. Confidence is the share of letters that agree. */
  choices: z.array(z.object({ institutionId: Id, confidence: z.number() })),
  /** The earlier line that already names this institution. */
  repeats: z.int().nullable(),
});
export type MatchedLine = z.infer<typeof MatchedLine>;

/** Changes nothing. `text` as `cleanPage` leaves it, so that the places in the answer are its own. */
export const matchDistribution = endpoint({
  name: "matchDistribution",
  method: "POST",
  path: "/api/institutions/match",
  permission: "distribution_list:amend",
  input: z.object({ text: text(40_000) }),
  output: z.object({ lines: z.array(MatchedLine), institutions: z.array(InstitutionRow) }),
});
