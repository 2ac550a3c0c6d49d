import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Id } from "../platform/http/fields.ts";
import { FileAnswer } from "../platform/http/files.ts";
import { InstitutionFilter, mostMembers } from "./contract.ts";

export const DirectoryFormat = z.enum(["csv", "xlsx"]);
export type DirectoryFormat = z.infer<typeof DirectoryFormat>;

/** As many as there are institutions in the country, and some more. */
const mostInstitutions = 250_000;

const expected = (most: number) => z.coerce.number<number>().pipe(z.int().min(1).max(most));

/** What a filter finds, in the columns that an import takes; refused when the count is no longer the one on the button. */
export const exportInstitutions = endpoint({
  name: "exportInstitutions",
  method: "GET",
  path: "/api/institutions/export",
  permission: "institution:export",
  answersFile: true,
  input: InstitutionFilter.extend({ format: DirectoryFormat, expected: expected(mostInstitutions) }),
  output: FileAnswer,
});

/** A list's members in order, in the columns that an import takes. */
export const exportDistributionList = endpoint({
  name: "exportDistributionList",
  method: "GET",
  path: "/api/institutions/lists/[listId]/export",
  permission: "institution:export",
  answersFile: true,
  input: z.object({ listId: Id, format: DirectoryFormat, expected: expected(mostMembers) }),
  output: FileAnswer,
});
