/** The command line's question: everything that has an address of its own, in the rows and kinds that the asker may read. */
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { UserHit } from "../access/search-hits.ts";
import { CardHit } from "../cards/card-contract.ts";
import { CircularHit, InstitutionHit, ListHit } from "../circulars/search-hits.ts";
import { EmployerHit, PermitHit } from "../permits/search-contract.ts";
import { line } from "../platform/http/fields.ts";

export const Found = z.object({
  permits: z.array(PermitHit),
  employers: z.array(EmployerHit),
  cards: z.array(CardHit),
  circulars: z.array(CircularHit),
  institutions: z.array(InstitutionHit),
  lists: z.array(ListHit),
  users: z.array(UserHit),
});
export type Found = z.infer<typeof Found>;

/**
 * Best first within each kind; a kind that the asker may not read is empty. A POST, so that no personal value stands in an
 * address.
 */
export const searchAll = endpoint({
  name: "searchAll",
  method: "POST",
  path: "/api/search",
  permission: "session",
  input: z.object({ q: line(100, 2) }),
  output: Found,
});
