import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Id, Instant, Version } from "../platform/http/fields.ts";
import { DistributionListRecord, RecipientRole } from "./contract.ts";

/** How a version came to be: it was there when the history began, was made on the screen or by a file, or is an old one again. */
export const ListVersionOrigin = z.enum(["found", "form", "file", "restore"]);
export type ListVersionOrigin = z.infer<typeof ListVersionOrigin>;

/** Against the version before it; null where the history knows none. */
export const ListVersionChanges = z.object({
  added: z.int(),
  removed: z.int(),
  roles: z.int(),
  moved: z.int(),
  renamed: z.boolean(),
});

export const ListVersionRow = z.object({
  listVersion: z.int(),
  name: z.string(),
  memberCount: z.int(),
  origin: ListVersionOrigin,
  restoredVersion: z.int().nullable(),
  madeAt: Instant,
  madeByName: z.string().nullable(),
  changes: ListVersionChanges.nullable(),
});
export type ListVersionRow = z.infer<typeof ListVersionRow>;

/** `isOpen`: still in the directory. A restored version leaves the closed ones out. */
export const ListVersionMember = z.object({ institutionId: Id, name: z.string(), role: RecipientRole, isOpen: z.boolean() });

export const ListVersionRecord = ListVersionRow.extend({
  listId: Id,
  /** What the list is called and which version it has today; what a restoring act hands back. */
  currentName: z.string(),
  version: Version,
  members: z.array(ListVersionMember),
  allowedActions: z.array(z.enum(["restore"])),
});
export type ListVersionRecord = z.infer<typeof ListVersionRecord>;

const ListVersionNumber = z.coerce.number<number>().pipe(z.int().min(1).max(2_147_483_647));
const placed = { institutionId: Id, name: z.string() };

export const ListVersionComparison = z.object({
  currentName: z.string(),
  version: Version,
  from: ListVersionRow,
  to: ListVersionRow,
  renamed: z.object({ before: z.string(), after: z.string() }).nullable(),
  added: z.array(z.object({ ...placed, role: RecipientRole, place: z.int() })),
  removed: z.array(z.object({ ...placed, role: RecipientRole, place: z.int() })),
  roles: z.array(z.object({ ...placed, before: RecipientRole, after: RecipientRole })),
  moved: z.array(z.object({ ...placed, before: z.int(), after: z.int() })),
});
export type ListVersionComparison = z.infer<typeof ListVersionComparison>;

/** Newest first, 50 at a time; `before` is the last answer's `nextBefore`. */
export const listDistributionListVersions = endpoint({
  name: "listDistributionListVersions",
  method: "GET",
  path: "/api/institutions/lists/[listId]/versions",
  permission: "institution:read",
  input: z.object({ listId: Id, before: ListVersionNumber.optional() }),
  output: z.object({
    currentName: z.string(),
    version: Version,
    versions: z.array(ListVersionRow),
    nextBefore: z.int().nullable(),
  }),
});

export const readDistributionListVersion = endpoint({
  name: "readDistributionListVersion",
  method: "GET",
  path: "/api/institutions/lists/[listId]/versions/[listVersion]",
  permission: "institution:read",
  input: z.object({ listId: Id, listVersion: ListVersionNumber }),
  output: ListVersionRecord,
});

/** What `to` has that `from` has not, and the other way round; either may be the older one. */
export const compareDistributionListVersions = endpoint({
  name: "compareDistributionListVersions",
  method: "GET",
  path: "/api/institutions/lists/[listId]/comparison",
  permission: "institution:read",
  input: z.object({ listId: Id, from: ListVersionNumber, to: ListVersionNumber }),
  output: ListVersionComparison,
});

/** Makes an old version the list's next one. Errors: `stale_version`; `duplicate` where another list has its name; `state_forbids` where nothing would change. */
export const restoreDistributionListVersion = endpoint({
  name: "restoreDistributionListVersion",
  method: "POST",
  path: "/api/institutions/lists/[listId]/versions/[listVersion]/restore",
  permission: "distribution_list:amend",
  input: z.object({ listId: Id, listVersion: ListVersionNumber, version: Version }),
  output: DistributionListRecord,
});
